"""The verbs that attribute words to somebody, in the forms they take there: third person, and « dis-je »."""

from __future__ import annotations

from collections.abc import Iterator

_REGULAR = """
accuser affirmer ajouter alerter amuser analyser annoncer appuyer argumenter arguer articuler
assurer attaquer attester avancer avouer balbutier bafouiller blaguer bougonner chuchoter clamer
commenter confesser confier confirmer considérer constater contester corriger critiquer crier
demander dénoncer déplorer détailler déclarer décrypter diagnostiquer douter
emporter énoncer énumérer esquiver estimer étonner évaluer évoquer exagérer
exclamer excuser exhorter exiger expliquer expliciter exposer exprimer extasier féliciter fulminer glisser
gronder grogner grommeler hésiter hurler illustrer imaginer implorer indigner indiquer informer inquiéter
insinuer insister insurger interpréter interroger ironiser justifier juger jurer lancer
lamenter lâcher marmonner mentionner minauder murmurer narrer noter nuancer objecter
observer opiner opposer ordonner penser persifler pester philosopher plaider plaisanter pointer préciser
présenter proclamer professer pronostiquer prophétiser proposer protester questionner
raconter railler rapporter rassurer réaffirmer récuser réfuter regretter relater relativiser relever
remarquer remémorer remercier reprocher répliquer résumer retracer rétorquer révolter ricaner rigoler
ronchonner rectifier rembobiner saluer scander siffler signaler signifier songer souffler
souhaiter souligner soupirer spécifier stipuler suggérer supplier supposer susurrer témoigner théoriser
tonner trancher tweeter vanter vitupérer vociférer alarmer agacer désoler enthousiasmer impatienter
énerver emballer enchaîner conseiller décocher tacler tempêter rager réclamer certifier abonder préconiser
"""
_STEM_CHANGES = {
    "balayer": "balai",
    "bégayer": "bégai",
    "considérer": "considèr",
    "énumérer": "énumèr",
    "exagérer": "exagèr",
    "grommeler": "grommell",
    "inquiéter": "inquièt",
    "interpréter": "interprèt",
    "marteler": "martèl",
    "rappeler": "rappell",
    "relever": "relèv",
    "répéter": "répèt",
    "révéler": "révèl",
    "suggérer": "suggèr",
    "tempérer": "tempèr",
    "décréter": "décrèt",
    "asséner": "assèn",
    "concéder": "concèd",
    "espérer": "espèr",
    "exaspérer": "exaspèr",
    "réitérer": "réitèr",
    "vitupérer": "vitupèr",
    "vociférer": "vocifèr",
    "appuyer": "appui",
    "achever": "achèv",
}
_OTHERS = """
dit disent disait disaient dirent dis écrit écrivent écrivait écrivit décrit décrivait répond répondent
répondait répondit répondirent reprend reprennent reprenait reprit reconnaît reconnait reconnaissent
reconnaissait reconnut admet admettent admettait admit promet promettent promettait promit soutient
soutiennent soutenait soutint maintient maintenait prévient préviennent prévenait prévint avertit avertissent
avertissait conclut concluent concluait poursuit poursuivent poursuivait poursuivit prédit prédisait
contredit convient convenait sourit souriait rit riait souvient souviennent souvenait défend défendent
défendait plaint plaignait réjouit réjouissent réjouissait réagit réagissait applaudit gémit gémissait
renchérit interrompt surenchérit médit compatit rugit rugissait définit résout redit
"""
_OTHER_PARTICIPLES = """
dit écrit décrit répondu repris reconnu admis promis soutenu maintenu prévenu averti conclu poursuivi prédit
contredit convenu souri ri souvenu défendu plaint réjoui réagi applaudi gémi renchéri interrompu fait redit
"""

HAVE = frozenset(("a", "ai", "ont", "avait", "avais", "avaient", "aurait", "auraient", "eut"))
"""« a-t-il dit », « aurait ajouté M. Dupont »."""

BE = frozenset(("est", "était", "étaient", "sont", "suis"))
"""Of a reflexive verb only: « s’est exclamée la maire »."""


def _forms(infinitive: str) -> Iterator[str]:
    """Present, imperfect and simple past of a verb in -er."""
    stem = infinitive.removesuffix("er")
    heard = _STEM_CHANGES.get(infinitive, stem)
    soft = f"{stem[:-1]}ç" if stem.endswith("c") else f"{stem}e" if stem.endswith("g") else stem
    yield from (f"{heard}e", f"{heard}ent", f"{soft}ait", f"{soft}aient", f"{soft}a", f"{stem}èrent")


def _participles(infinitive: str) -> Iterator[str]:
    stem = infinitive.removesuffix("er")
    yield from (f"{stem}é", f"{stem}ée", f"{stem}és", f"{stem}ées")


_VERBS = sorted({*_REGULAR.split(), *_STEM_CHANGES})

SPEECH = frozenset([*_OTHERS.split(), *(form for verb in _VERBS for form in _forms(verb))])
"""What may stand before its subject in « , explique Anne, » and « , explique-t-elle, »."""

PARTICIPLES = frozenset(
    [
        *(f"{participle}{end}" for participle in _OTHER_PARTICIPLES.split() for end in ("", "e", "s", "es")),
        *(form for verb in _VERBS for form in _participles(verb)),
    ]
)
"""What may stand after an auxiliary in « , a déclaré le maire, »."""
