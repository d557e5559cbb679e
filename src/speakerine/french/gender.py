"""The gender of what a number counts: « 21 jeunes femmes » → vingt et une.

Source: Académie française: un, the only cardinal that agrees, does so with the noun it counts; the
endings are those of every grammar (-tion, -té, -ée, -ure… are feminine, but for the nouns listed).
"""

from .patterns import Pattern
from .typography import SPACE, words

_NEXT = Pattern(r"[ \u00a0\u202f](?:d['’])?([^\W\d_]+)(?:-([^\W\d_]+))?")
_AMONG = Pattern(r"[ \u00a0\u202f](?:d['’]entre|parmi) (?:elles|nous toutes)\b")

_OR_MORE = Pattern(rf"{SPACE}(?:à|ou|et){SPACE}\d{{1,6}}(?={SPACE}[a-zà-ÿ])")
_FEMININE_ADJECTIVES = frozenset(
    words(
        "seule petite grande belle bonne nouvelle première dernière longue vieille ancienne prochaine "
        "seconde haute grosse forte fausse vraie mauvaise courte légère lourde pleine énième principale"
    )
)
_EPICENES = frozenset(
    words(
        "jeune autre même pauvre brave triste énorme simple vaste double célèbre possible rare illustre "
        "véritable digne modeste honnête magnifique terrible"
    )
)
_MASCULINE_ADJECTIVES = frozenset(
    words(
        "petit grand beau bon nouveau nouveaux premier dernier long vieux ancien prochain second haut gros "
        "fort faux vrai mauvais court léger lourd seul"
    )
)
_FEMININE = frozenset(
    words("""
    tombe colombe frappe nappe trappe grappe attaque plaque claque laque rame lame trame lune cage page
    candidate avocate magistrate plate-forme femme fille personne heure minute seconde semaine nuit fois
    ville voix place ligne lettre langue île école équipe vie mort mère sœur victime route rue chambre
    table chaise porte fenêtre livraison part règle loi guerre arme bombe banque marque boutique usine
    centrale chaîne radio photo vidéo image œuvre pièce scène salle chanson saison histoire victoire
    défaite course étape épreuve manche finale main jambe tête dent tasse carte feuille fleur espèce
    vache poule brebis chèvre bête forêt plage mer source goutte vague zone région commune capitale
    dizaine chose fête danse foule somme taxe dette bourse prime aide offre demande plainte enquête
    amende prison lampe clé clef cellule molécule planète étoile comète grippe clinique ligue coupe
    marche démarche recherche branche tranche république fabrique technique musique pratique politique
    période méthode mode onde sonde mémoire gloire foire poire trajectoire noix croix souris fourmi faim
    soif fin peau eau dame tonne colonne couronne antenne panne barre terre pierre guitare gare date
    note côte pelote grève trêve crève rêverie brève pompe bande commande viande légende ronde monnaie
    haie baie plaie raie roue joue queue banlieue lieue vue revue tenue statue avenue issue étude
    habitude multitude pilule formule bulle capsule cabane caravane douane crème graine gamme flamme âme
    ferme forme norme plateforme réforme alarme larme cible étable fable bible bouche touche souche
    mouche couche tâche tache hache flèche brèche crèche mèche sècheresse fiche niche affiche ruche
    cruche piste liste artère bière rivière pomme gomme boîte fuite suite visite limite faillite
    conduite dispute chute lutte grotte faute patte voûte conquête tempête crête tente vente rente
    attente jupe loupe troupe soupe étoffe griffe greffe bague digue fatigue drogue synagogue grange
    orange louange vidange recharge charge marge auberge berge tige neige rage nage cloche poche roche
    broche loge horloge lionne entorse réponse défense dépense offense anse chance cause pause clause
    phrase base phase case thèse hypothèse synthèse crise brise cerise chemise valise ruse excuse écluse
    rose dose prose pose alerte perte charte sorte récolte révolte preuve cuve étuve fève rive dérive
    fièvre lèvre manœuvre couleuvre vitre huître ancre encre poutre ombre poudre cendre lèpre vertu
    tribu foi paroi merci cour cuiller chair peur sueur couleur douleur chaleur valeur largeur longueur
    hauteur profondeur erreur rumeur humeur faveur fureur odeur saveur ampleur rigueur vigueur lueur
    lenteur laideur splendeur ardeur candeur pudeur tumeur liqueur vapeur horreur terreur primeur
    minceur épaisseur grosseur grandeur autoroute moto auto info promo dactylo stéréo météo diapo
    éolienne hydrolienne pandémie hryvnia lire drachme peseta brasse calorie once pinte acre verste
    toise coudée gifle rafle boucle
    """)
)
_MASCULINE = frozenset(
    words("""
    prince quince musée lycée trophée mausolée apogée scarabée pygmée colisée caducée prytanée athénée
    hyménée côté comité été traité pâté arrêté député invité révolté raté doigté décolleté karaté
    velouté génie incendie parapluie messie foie sosie amphibie brie aphélie coolie zombie silence stade
    grade jade malade camarade nomade squelette quintette magazine domaine capitaine moine platine
    antoine chanoine patrimoine cimetière derrière arrière père frère espace palace violoncelle
    vermicelle polichinelle libelle mille intervalle gorille quadrille vaudeville codicille signe règne
    cygne pagne bagne insigne colosse pamplemousse carrosse suisse narcisse mur murmure mercure parjure
    augure pédicure prélude interlude coude convive dive archiduc gendarme ange rugby homme monde mètre
    centre titre chapitre kilomètre litre membre nombre arbre ministre maître siècle article exemple
    peuple couple angle cercle spectacle obstacle miracle oncle élève architecte cessez-le-feu acte
    pacte contexte texte prétexte site mérite insecte aromate automate pirate spectre cadre ordre
    désordre théâtre registre minstère critère caractère mystère hélicoptère organe crâne trône cône
    fantôme diplôme problème système thème poème programme gramme kilogramme télégramme drame drone
    téléphone cyclone carbone clone cierge refuge manège cortège collège siège piège privilège sortilège
    arpège stratège âge étage garage village voyage message lézard patriarche dimanche caniche porche
    reproche acolyte incube tube cube verbe globe microbe adverbe concombre timbre golfe élytre beurre
    verre tonnerre parterre cimeterre leurre pilote athlète journaliste artiste touriste élu mort blessé
    disparu tué reste poste contraste buste geste vote doute compte conte comte acompte mythe labyrinthe
    luxe sexe axe réflexe complexe paradoxe équinoxe style stylo module scrupule véhicule crépuscule
    muscule muscle ridicule fascicule groupe type principe équipage jihadiste risque disque masque
    kiosque casque cirque lac bac truc public domestique plastique portique pronostic diagnostic
    élastique cosmétique narcotique antibiotique viaduc moustique pique-nique cantique tropique meuble
    immeuble câble sable cartable diable comptable vignoble cèdre esclandre méandre lustre
    """)
)
_NOT_COUNTED = frozenset(
    words(
        "que qui lorsque puisque parce quelque chaque elle elles celle celles cette une la toute toutes "
        "face grâce cause suite jusque "
        "presque avance ensuite comme entre pire quelle quelles laquelle lesquelles quoique telle telles "
        "mais et ou de à en"
    )
)
_FEMININE_ENDING = Pattern(
    r"(?:[tsx]ion|aison|gion|nion|t[ié]é|té|ée|nce|ense|anse|ure|ude|ade|ie|ise|ine|aine|eine"
    r"|enne|onne|esse|asse|isse|ousse|ette|otte|atte|itte|elle|alle|ille|ulle|olle|euse|trice|ière|[aio]ve"
    r"|ente|ante|inte|ointe|gne|ace|uce|èche|[lnrtvd]ue|ose|aise|oise|arde|ande|une|onne|ouse|ase)\Z"
)
_SHORT = 3
_ADJECTIVES_BEFORE = 3


def counts_feminine(text: str, end: int) -> bool:
    """Whether the number that ends at `end` counts something feminine: « 21| jeunes femmes »."""
    if _AMONG.match(text, end):
        return True
    if more := _OR_MORE.match(text, end):
        end = more.end()
    for _ in range(_ADJECTIVES_BEFORE):
        match = _NEXT.match(text, end)
        if not match:
            return False
        word, end = match[1].lower(), match.end()
        base = singular(word)
        if base in _FEMININE_ADJECTIVES:
            return True
        if base in _MASCULINE_ADJECTIVES or word in _MASCULINE_ADJECTIVES:
            return False
        if base not in _EPICENES:
            return is_feminine(word)
    return False


def is_feminine(noun: str) -> bool:
    """Whether a noun, singular or plural, is feminine: « tonnes », « régions », « blessées »."""
    base = singular(noun)
    if noun in _NOT_COUNTED:
        return False
    if noun in _FEMININE or base in _FEMININE:
        return True
    if noun in _MASCULINE or base in _MASCULINE:
        return False
    return bool(_FEMININE_ENDING.search(base))


def singular(noun: str) -> str:
    """Without its plural mark, roughly: « femmes » → « femme », « eaux » → « eau »."""
    return noun[:-1] if len(noun) > _SHORT and noun[-1] in "sx" else noun
