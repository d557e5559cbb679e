import pytest

from speakerine.errors import PublishError
from speakerine.upload.address import parse_address, without_password


@pytest.mark.parametrize(
    ("text", "protocol", "url"),
    [
        ("/var/www/podcast", "file", "/var/www/podcast"),
        ("site", "file", "site"),
        ("./a:b", "file", "./a:b"),
        ("C:\\Sites\\podcast", "file", "C:\\Sites\\podcast"),
        ("file:///var/www/mon%20podcast", "file", "/var/www/mon podcast"),
        ("file://localhost/var/www", "file", "/var/www"),
        ("local:///var/www", "file", "/var/www"),
        ("  s3://seau/podcast  ", "s3", "s3://seau/podcast"),
        ("SFTP://serveur/www", "sftp", "sftp://serveur/www"),
    ],
)
def test_a_destination_is_a_folder_or_an_address(text: str, protocol: str, url: str) -> None:
    address = parse_address(text)
    assert (address.protocol, address.url) == (protocol, url)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the destination is empty"),
        ("serveur:/var/www", "write sftp://serveur/var/www for a server"),
        ("s3:seau", "s3://… for a bucket"),
        ("https://exemple.fr/podcast", "can only be read"),
    ],
)
def test_what_is_no_destination_is_said_with_what_to_write(text: str, message: str) -> None:
    with pytest.raises(PublishError, match=message):
        parse_address(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("sftp://lou@serveur/www", "sftp://lou@serveur/www"),
        ("sftp://lou:s3cret@serveur/www", "sftp://lou:…@serveur/www"),
        ("sftp://lou:s3c@ret/x@serveur/www", "sftp://lou:…@serveur/www"),
        ("sftp://lou:%73%3Acret@serveur:2222/www", "sftp://lou:…@serveur:2222/www"),
        ("webdav://serveur/www?token=s3cret", "webdav://serveur/www?…"),
    ],
)
def test_what_is_shown_has_no_password(text: str, shown: str) -> None:
    address = parse_address(text)
    assert address.shown == shown
    assert "cret" not in repr(address)


@pytest.mark.parametrize("secret", ["s3:cret", "s3%3Acret"])
def test_a_librarys_message_is_told_without_the_password(secret: str) -> None:
    address = parse_address("sftp://lou:s3%3Acret@serveur/www")
    assert address.is_told_in(f"bad password {secret}")
    assert address.hide(f"bad password\n{secret} at {address.url}") == f"bad password … at {address.shown}"


@pytest.mark.parametrize("text", ["--quiet", "page.txt", "https://exemple.fr/a:b@c?d=e", "a:b@c"])
def test_an_argument_without_a_password_stays_as_it_is(text: str) -> None:
    assert without_password(text) == text


def test_a_password_given_to_what_is_no_address_is_not_shown_either() -> None:
    with pytest.raises(PublishError) as caught:
        parse_address("lou:s3cret@serveur/www")
    assert "s3cret" not in str(caught.value)
