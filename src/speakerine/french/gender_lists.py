"""Which nouns are feminine, which masculine, where their endings would mislead.

Source: Académie française, Dictionnaire, 9e édition; Grevisse, Le Bon Usage, « Genre des noms ».
"""

from .typography import words

FEMININE_ADJECTIVES = frozenset(
    words(
        "dite seule petite grande belle bonne nouvelle première dernière longue vieille ancienne prochaine "
        "seconde haute grosse forte fausse vraie mauvaise courte légère lourde pleine énième principale"
    )
)
EPICENES = frozenset(
    words(
        "jeune autre même pauvre brave grave triste énorme simple vaste double célèbre possible rare "
        "illustre véritable digne modeste honnête magnifique terrible superbe splendide rares tendre sublime "
        "fidèle riche étrange horrible large noble moindre ultime unique immense anonyme célibataire fake"
    )
)
MASCULINE_ADJECTIVES = frozenset(
    words(
        "petit grand beau bon nouveau nouveaux premier dernier long vieux ancien prochain second haut gros "
        "fort faux vrai mauvais court léger lourd seul"
    )
)
FEMININE = frozenset(
    words("""
    morte tombe colombe frappe nappe trappe grappe attaque plaque claque laque rame lame trame lune cage page
    playlist newsletter interview start-up hotline pizza souris offerte gratuite
    milliseconde microseconde nanoseconde
    candidate avocate magistrate plate-forme femme fille personne heure minute seconde semaine nuit fois
    ville voix place ligne lettre langue île école équipe vie mère sœur victime route rue chambre
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
    éolienne hydrolienne pandémie orbite anecdote idole icône échappatoire oasis équivoque épithète
    algue réplique interview star startup news fake-news amanite argile arrhes atmosphère autoécole
    écharde écritoire encaustique épitaphe épigramme équerre gemme hypallage immondice mandibule moufle
    nacre octave omoplate ouïe patère réglisse volte-face stalactite stalagmite topaze espadrille candela
    mole unité livre-sterling vis dot nef clé clef échelle étoile toile voile cuillère cuiller planque
    estafette vedette recrue sentinelle canaille crapule fripouille ordure dupe proie bourrique pièce
    trêve arme larme firme ferme rime prime lime cime île aile pile file huile tuile ville bile voile
    cavale cigale rafale escale spirale cathédrale succursale finale morale chorale timbale balle malle
    halle dalle rotule mule virgule pustule canule cellule libellule péninsule noce pince province
    caserne citerne lanterne taverne borne corne prune lagune tribune rancune lacune fortune
    dépêche pêche pièce nièce espèce messe fesse promesse adresse vitesse caisse liasse impasse terrasse
    crosse bosse brosse fosse sauce audace menace glace grâce place race trace surface préface
    plume écume enclume coutume légume-racine brume rhume-cerveau victuaille bataille médaille paille
    taille muraille volaille entaille faille maille oreille bouteille corbeille merveille veille abeille
    grille vanille cheville béquille pastille famille fille feuille grenouille citrouille patrouille
    fouille rouille sœur liqueur colonie usine machine cuisine piscine vitrine cabine racine
    bobine marine mine ruine colline doctrine médecine farine résine
    amende légende demande commande propagande bande offrande viande réprimande
    lampe rampe crampe pompe trompe jupe coupe groupe-cible échoppe enveloppe syncope
    myopie utopie copie pie vie envie bougie bougie-parfumée photocopie chimie académie
    économie anatomie autonomie agonie calomnie cérémonie colonie compagnie harmonie ironie
    affaire paix épaule force robe ténèbres herbe leçon façon brique ressource rencontre perle tempe
    tomate réserve toux caméra pâte insulte bribe pige paume frite mâchoire boisson barque épingle
    sirène montre villa intrigue syllabe misère découverte paire obsèques catastrophe fibre étagère
    bûche baraque banane cacahuète canne cravate colère statistique rêne armoire veste fougère enchère
    automobile palme mathématique biche pyramide époque épice galère caverne figue cloison torche vanne
    veuve truite croûte arête pizza bibliothèque farce éponge fresque traite trahison relique
    caractéristique sphère tarte parenthèse hormone chimère perdrix amarre moisson perruque guêpe énigme
    soucoupe injustice police phalange meule larve vendange asperge arabesque gaufre pancarte chronique
    vipère tulipe bâche friche méduse salve mare réussite tôle écharpe vertèbre coque décharge langouste
    garnison bergère embûche météorite perche péniche jument taupe flûte nuque pastèque sangsue nageoire
    jarre marne milice tunique écorce hélice pellicule pirogue manif bourrasque aube cape urne métaphore
    girafe agrafe mangue frasque fugue panthère héroïne secte halte estampe arche rubrique sieste
    mosaïque fanfare dinde élite tisane catapulte prémices pépite arène aire baignoire yourte valve
    carpe cohorte loutre frégate balançoire hyène prothèse cagoule strophe purge hypothèque requête
    matraque corniche arnaque bride nourrice jeep hampe amorce pieuvre soupape escadre jungle muse
    tactique stèle véranda licorne enzyme aumône rallonge gélule barrique cataracte caste antilope
    annexe carafe corrida boue sierra chicane céramique échalote mésange taule gêne guérison alluvion
    moustiquaire notice sève congère escalope spire escorte chasuble nurse clavicule savane abbaye
    loggia jonque électrode massue redingote harpe otite pagode diatribe contrefaçon malfaçon apostrophe
    régate toison suspicion cire remorque épître compote amphore grammaire fiesta ère guérilla supplique
    cohue mitre garrigue basilique disgrâce gaze collecte razzia morgue râpe lyre favela pampa mue
    dynamo polémique paella murène harangue cithare quiche riposte entrecôte cuisson débâcle brigue
    hausse alcôve passoire pulpe fronde rançon louve mauve diode hémorroïde algèbre salamandre
    cyberattaque contre-attaque flaque gouverne poterne lucarne plupart ampoule
    boule houle semoule escort visio appli sono expo démo compil pool-party nounou maman tata nana
    steppe nymphe grand-mère belle-mère belle-sœur arrière-grand-mère pin-up baby-sitter surenchère
    primaire analyse remarque blague poursuite particule serre hutte majuscule minuscule retraite
    seringue varice casemate membrane variable boxe quête phéromone paillote pinède calanque toque
    fourche molaire saga mafia peste diva meringue menthe fonte bastide hépatite bronchite méningite
    tendinite pipe frange patate pantoufle sonate agape aurore tringle
    start-up garden-party rave-party party battle série rave tribu data joint-venture ex-æquo
    rocade esplanade promenade salade façade brigade barricade ambassade cascade escapade arcade parade
    chapelle parcelle passerelle dentelle vaisselle échelle ficelle étincelle séquelle tutelle querelle
    autodéfense ligne-produit ailette tempête hryvnia lire drachme peseta brasse calorie once pinte acre
    verste
    toise coudée gifle rafle boucle
    ourse aura miss putain gueule vierge girl meuf salope boite ile télé chips circulaire fac piqûre cuite
    bagarre fringue actu chaire relève cougar tique butte marguerite rébellion tong amazone bruyère
    tripe prépa superstar strate guilde patinoire commode gerbe arachide merguez perf desserte dîme
    découpe satire tare spore garce surcharge liane marmite buse courge valse senteur sangle exoplanète
    canicule diaspora sourate chope alloc rondeur lourdeur frayeur clameur rougeur douceur stupeur
    torpeur fraîcheur marina rando jauge webcam miche déprime bascule wilaya vésicule mémé ristourne
    crypte rixe mite piastre conque diète douve geôle commère colique mama subprime colo chaloupe dague
    loco pizzeria carmélite anagramme partouze mousson huitre cantate vodka arbalète reconduite redite
    tortilla cloque croupe consœur idylle éphéméride guimauve cosse cornemuse catin nova anémone bécane
    canneberge refonte méninge martre goule abside bru vasque loque junte intro geisha coop luge tuque
    cafétéria manip tourte spatule motoneige caténaire saynète encyclique bimbo nanoparticule chrysalide
    fatwa jacinthe pouliche plinthe mangeoire madone toge tuyère breloque auge gamba bouilloire amibe
    exégèse antichambre blockchain webradio récré cuticule impro papaye entourloupe baliverne tirelire
    surtaxe jachère guêtre escarre fistule gorgone rockstar potiche grume vendetta sterne carotide samba
    papillote biotech rotonde hacienda armada anode antithèse proue bodega primevère kippa margarita
    cacahouète soutane calandre vulve aérogare supernova guérite genouillère améthyste bêche diphtongue
    interro tombola arquebuse minijupe drosophile trique matrone balafre polka cariatide poupe médina
    gentiane prostate djellaba vergue tarentule oriflamme agate mangouste prémolaire pita lauze houe
    maraca conga anaphore décote clématite géode bicoque autocritique guenon écotaxe orthèse hydre
    épigraphe backdoor traboule sextape piaule microfibre luzerne toundra tiare sarbacane macromolécule
    valvule mappemonde campanule fajita serpillère gargote mémère casaque carlingue galiote contremarque
    infolettre darse papule lunule apophyse microfiche biosphère huppe houppe drupe asymptote squaw
    œillère phalène checklist bique bringue matriarche polyclinique datcha casbah madrasa cantilène
    bergamote isba vahiné pimbêche barmaid marâtre caroube enchilada russule darne chipolata clepsydre
    partita soulte litote passiflore bayadère praire tartane barbacane palestre gangue motopompe
    matriochka sardane vuvuzela thermopompe chapka volige cédule copule péricope trirème felouque notule
    locomobile audioprothèse bourriche antiparticule lady ode problématique thématique lice rhubarbe
    piquouze dédicace aide-soignante aide-éducatrice experte-comptable play-list check-list mailing-list
    garde-robe porte-fenêtre quote-part taille-douce passe-rose script-girl call-girl cover-girl
    drag-queen demi-finale garden-partie bleue préfète sous-préfète lauréate colauréate soldate renégate
    conseillère ambassadrice filleule aïeule bisaïeule intruse recluse cheminote matelote huguenote
    bigote idiote inédite inscrite non-inscrite nouveau-née suspecte érudite vaincue invaincue martyre
    experte paysanne persane afghane catalane gitane nigériane birmane courtisane artisane sultane
    toscane talibane musulmane ottomane texane partisane kényane lettone occitane nippone kosovare
    tamoule khmère moribonde vagabonde défunte proscrite couverte droite blonde noire serpe aria
    kalachnikov news cote mûre optique applique paye clique tierce macro came gaule capote remonte
    esthétique
    """)
)
MAKES = frozenset(
    words(
        "twingo clio zoé mégane peugeot citroën renault dacia tesla ferrari porsche mercedes bmw audi toyota "
        "volkswagen coccinelle lamborghini bugatti maserati trabant cadillac vespa harley yamaha "
        "honda kawasaki"
    )
)
"""Cars and motorcycles by their names."""
MASCULINE = frozenset(
    words("""
    incendie
    ace jaune prince quince
    musée lycée trophée mausolée apogée scarabée pygmée colisée caducée prytanée athénée
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
    immeuble câble sable cartable diable comptable vignoble cèdre esclandre méandre lustre légume costume
    volume parfum rhume
    gigaoctet octet watt wattheure kilowattheure mégawattheure gigawattheure térawattheure
    ampère-heure milliampère-heure volt hertz pascal joule newton kelvin degré pouce pied mile nœud
    are hectare stère quintal lux lumen becquerel sievert gray ohm siècle lustre millénaire
    hémisphère planisphère aéronef astérisque antidote abysse ambre amiante apogée armistice
    arôme astérique augure balustre camée emblème éloge entracte entrecôte-frites esclavage exode
    haltère hémistiche hymne intermède interstice ivoire jute libelle obélisque opercule opuscule
    ovule pénates pétale planisphère pore rail tentacule termite tubercule ulcère viscère haltère
    aigle asile asphalte astérisque automne cadastre cataplasme clivage chrome colombage cloporte
    conclave crabe dividende divorce domicile édifice effluve ellébore équilibre escompte
    fleuve trouve évêché duché marché café thé pré blé gré canapé clergé congé défilé
    fossé jubilé lycée-pilote marché-cadre névé pavé péché procédé scellé supplément
    satellite mammouth termite ermite mérite gîte rite granite graphite parasite anthracite plébiscite
    cortège florilège sacrilège remède mode vase solde guide couple pendule-jouet poste stage otage
    chèque bifteck bivouac fric flic clic arc parc porc troc bloc choc roc soc
    bus autobus bonus campus virus prospectus cursus consensus quotas quota
    inspecteur secteur moteur acteur facteur
    scandale dédale crotale ovale astragale squale symbole protocole monopole pétrole pactole
    parachute doute dinosaure centaure hydrocarbure sulfure gymnase rapace portefeuille bidonville renne
    peigne esclave fanion bastion camion comté retraité déporté exploité initié exalté déshérité assisté
    rescapé feuilleté aparté mille-feuille glaive bacille zouave fanzine penalty hobby caddie cookie
    réveille-matin ministère mystère cratère adultère hémisphère acquitté accidenté sinistré suspecté
    expatrié apparenté décapité persécuté alité amputé infecté affecté endetté excité agité breveté
    dividende dimanche caniche groupe torse cyclope poète prophète cierge joule monde
    poison bison vison tison contrepoison frison
    bénévole agricole discobole capitole môle
    cours selfie pipeline précipité smoothie panache débouté brownie chlorure trampoline monospace morse
    fluorure tulle carbure pétiole nonce quinconce tajine exosquelette moudjahidine sépale trille
    macchabée cyanure minotaure maté soluté silure agave anion cation carpelle biplace oligopole
    penthouse flagelle gypse glucose parapente birdie hydrure tyrannosaure bromure webzine iodure oukase
    autoclave chèvrefeuille striptease bogie écomusée fileté hippogriffe chèche ptérosaure globicéphale
    titanosaure plagioclase propylée gobie alcade terre-plein micro-ondes micro-onde self-made-man
    lâcher-prise croquemitaine malaise inverse sauté drive live limes jeté tête-à-tête phacochère
    halogénure nitrure hypogée grenache gavroche biface prépuce talle pégase
    """)
)
NOT_COUNTED = frozenset(
    words(
        "que qui lorsque puisque parce quelque chaque elle elles celle celles cette une la toute toutes "
        "acheté offert testé planté jeté resté commandé payé face grâce cause jusque "
        "presque avance ensuite comme entre pire quelle quelles laquelle lesquelles quoique telle telles "
        "mais et ou de à en"
    )
)
FEMININE_ACRONYMS = frozenset(
    words(
        "ATSEM ZUP CUMA SAFER AOP AOC IGP "
        "ONG PME TPE ETI OPA BD IRM ZFE ZAC ZAD ZEP TV PMI QPC OQTF IVG FIV AMAP SCI SARL EURL SICAV ETF-A "
        "MJC CPAM CAF ARS ESN UE FNAC DRAC PSC MST IST UV HEURES LGV PJ BU UMR CPGE SCOP MAM ACL"
    )
)
"""Initials whose first noun is feminine: une organisation, une petite entreprise, une offre."""
