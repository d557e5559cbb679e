import errno
import socket

import pytest

from speakerine.errors import PublishError
from speakerine.upload.address import parse_address
from speakerine.upload.failures import is_passing, sentence, telling

ADDRESS = parse_address("sftp://lou:s3cret@serveur/www")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "there is no room left at sftp://lou:…@serveur/www",
        ),
        (OSError(errno.EFBIG, "File too large"), "there is no room left"),
        (PermissionError(errno.EACCES, "Permission denied"), "may not be written (Permission denied)"),
        (FileNotFoundError("The bucket does not exist."), "is not there (The bucket does not exist)"),
        (NotADirectoryError(), "a file is where a folder should be"),
        (socket.gaierror(-2, "Name or service not known"), "there is no server of that name"),
        (OSError("Failure"), "its disk may be full"),
        (OSError("size mismatch in put!  12 != 400"), "its disk may be full"),
        (ConnectionResetError(errno.ECONNRESET, "reset by peer"), "run the same command again"),
        (EOFError(), "the connection to sftp://lou:…@serveur/www failed (EOFError)"),
        (ValueError("odd"), "cannot be published to (odd)"),
    ],
)
def test_each_failure_is_a_sentence_with_what_to_do(error: Exception, said: str) -> None:
    assert said in sentence(error, ADDRESS)


@pytest.mark.parametrize(
    "error",
    [
        ConnectionResetError(),
        TimeoutError(),
        EOFError(),
        OSError("Socket is closed"),
        OSError(errno.EBUSY, "Please reduce your request rate."),
    ],
)
def test_what_may_pass_is_worth_another_attempt(error: Exception) -> None:
    assert is_passing(error)


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "full"),
        PermissionError(),
        FileNotFoundError(),
        socket.gaierror(),
        OSError("Failure"),
        PublishError("said already"),
        ValueError(),
    ],
)
def test_what_will_not_pass_is_not_tried_again(error: Exception) -> None:
    assert not is_passing(error)


def test_no_password_is_told_whatever_the_library_says() -> None:
    with pytest.raises(PublishError) as caught, telling(ADDRESS):
        raise OSError("login as lou with s3cret failed at sftp://lou:s3cret@serveur/www")
    assert "s3cret" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_the_cause_is_kept_where_it_tells_no_password() -> None:
    cause = ValueError("odd")
    with pytest.raises(PublishError) as caught, telling(ADDRESS):
        raise cause
    assert caught.value.__cause__ is cause


def test_what_is_wrong_in_the_program_is_not_hidden() -> None:
    with pytest.raises(KeyError), telling(ADDRESS):
        raise KeyError("a")
