import pickle

import pytest

from speakerine import errors

TREE = [
    (errors.SpeakerineError, 1),
    (errors.ConfigError, 2),
    (errors.SourceError, 3),
    (errors.EngineError, 4),
    (errors.AudioError, 5),
    (errors.PublishError, 6),
    (errors.ClusterError, 7),
]


@pytest.mark.parametrize(("kind", "code"), TREE)
def test_every_error_has_its_exit_code_and_comes_back_from_pickle(kind, code):
    back = pickle.loads(pickle.dumps(kind("Il manque un fichier.")))
    assert type(back) is kind
    assert str(back) == "Il manque un fichier."
    assert kind.exit_code == code
    assert issubclass(kind, errors.SpeakerineError)
