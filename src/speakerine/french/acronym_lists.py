"""Which acronyms are said as words, which are spelled all the same, and capitals that are neither.

Source: Le Petit Robert and Le Monde's style for the first two; the third are words that headlines shout.
"""

from .typography import words

_SAID = """
    CESE OTAN ONU UNESCO INSEE UNICEF SIDA OVNI NASA FIFA UEFA OPEP SMIC CAC BAC CROUS ENA INSERM CEDEX ADEME
    DRAC SACEM MEDEF ANAH SRAS COVID RADAR LASER URSSAF AFNOR ANSES ARCEP ARCOM CNIL CAF CRIF LICRA FARC
    HAMAS DAECH SAMU ZAD ZEP EHPAD IKEA FNAC INA INRA INRAE IRA GAFA GAFAM GIEC RAID BRICS ASEAN ALENA
    AMAP CAPES CECA COP DOM TOM DREES EURATOM FRAC HADOPI IFOP IPSOS LIDL MIVILUDES MODEM NUPES OFPRA
    PISA SICAV SIRET SIREN SPIP TAFTA UNEDIC UNEF ZUP ZAC CREPS DASS MERCOSUR OLAF PACS PACA SCOP SEGPA
    SMUR TIG CERN CNES RAM ROM BIOS RIFSEEP CESER AGIRC ARRCO UNAPEI ERASMUS SOFRES FEDER FEADER COREPER
    CIRAD IFREMER ADAC CADES ACOSS AGEFIPH AGESSA AFSSA ESSEC INSEAD INALCO FEMIS SUPELEC CAPESA COFACE
    MACIF MAIF MATMUT GROUPAMA SAGEM ALCATEL FIAT SEAT NASDAQ AIDA ELISA TEPCO DARPA NORAD UNRWA FRONTEX
    EUROPOL INTERPOL SWIFT FINUL MINUSMA FINMA FATAH MOSSAD FINTECH CEDEAO CEMAC ECOWAS OHADA NEPAD
    BENELUX COMECON GATT NIMBY COFIDIS SOFINCO ORSEC CANADAIR TRACFIN VIGIPIRATE DELF DALF TOEIC TOEFL
    CIVIS STAPS DEUG ISIS AQMI KLAXON PERCO PERP ASSEDIC AREVA ORANO ARTE ADAMI SPEDIDAM BAFTA CESAR
    OSCAR EUREKA INTELSAT ESOC SNECMA DASSAULT INED INSA ENIM ENAC ENSAD ENSAM IDHEC FUNE UNAF UNSA
    DDASS FREMM INOUI
    FASILD NIL PIN SIM GIF JAVA WASP SNAFU TASER SONAR QUASAR PACTE LOL CRAN CRAB CRIC ALUR SAFER TASS
    TIPI RASED CAMIF GIGA MAGA BOBO DIRECCTE DREAL ONERA ONISEP ONEMA CEREMA CREDOC INERIS IRCAM UNITAID
    LOSC ASVEL RIC RIP TOC OPEL PAF ISO IRSEM ENSAE LED OLED ETA CAPA OUIGO DAX RIB SDIS CNAM CNAV UKIP IATA
    PUMA ULIS ATSEM ITER INAO ENEDIS SNES IPBES SCALP HIMARS VOST RNIPP NATO MOOC TIAC SYTADIN FEMEN
    SNUIPP CNAF RAI LUPI SRADDET KIA DROM SCOT PFAS LEP ESAT GAEC CUMA MIR ABBA CAN CESEDA LOPPSI LOLF
    DILA ANAFE
    CIMADE RESF FIPHFP CIRC UNICE UNEP AGEFOS FAFIEA OPCO
    CREFOP BODACC BOAMP SIRENE INPES OXFAM FIDESZ PODEMOS LUFTHANSA SNIIRAM ZAN PAC
    """
_RENAMED = {
    "SIDA": "sida",
    "OVNI": "ovni",
    "RADAR": "radar",
    "MODEM": "Modem",
    "TIG": "T I G",
    "CADES": "Cades",
    "LOL": "lol",
    "PACS": "pacs",
    "BAC": "bac",
    "SMIC": "smic",
    "EHPAD": "Ehpad",
    "CESAR": "César",
    "DASS": "Dass",
    "SONAR": "sonar",
    "RIC": "ric",
    "RIP": "rip",
    "TOC": "toc",
    "LED": "led",
    "OLED": "oled",
    "RIB": "rib",
    "ISO": "iso",
    "MOOC": "mooc",
    "LASER": "laser",
}
SAID: dict[str, str] = {a: _RENAMED.get(a, a.capitalize()) for a in words(_SAID)}
"""Acronyms said as a word, and that word."""

SPELLED = frozenset(
    words("""
    OMS OGM ONG UE USA IVG AIEA OSCE OMC OIT CIO CIA JO UDI OM OL PSG ASSE FCN  OGCN SCO UV URL URSS
    UMP LR RN PS PCF LFI LO NPA EELV RER RATP SNCF TGV TER EDF GDF CEA CNRS CHU CHRU HLM ADN ARN PIB PNB
    TVA CSG RSA RMI SDF PME TPE ETI DRH PDG DG CEO CFDT CGT FO FSU CFTC CGC BCE FMI BM BRI AMF AFP AFD
    APE ARS ASE AP AAH ALD API APL BBC BFM BNP BD BTP BTS CAP CD CDD CDI CE CES CFA CGPME CIC CM CP CPAM
    CRS CSA CV CVC DGSE DGSI DJ DVD DIY DPE ECG EEG ENS EPR ERP ESA  EPS FN FBI FED FLN FDA
    GIGN GPS GPA HD HEC HPV IA IBM IEP INC INPI IRM ISF  IUT IFI JT JDD KO LGBT LSD LVMH  MMA MST
    NBA NFL NSA OCDE OLP OPA  ORTF OVH  PC PDF PJ PMA PMU PUF PV QI QG QR RAF RAS RH RTL RTT
     SA SARL SAS SCI SMS SOS SPA SUV SVT TAF TF TNT  TP TV UCI UFC UHT UMTS UNSS USB VIH VIP VO
    VPN VTC VTT WC XL XXL ZFE ZI ADSL AOC AOP IGP BIT CNC CNDP CNED  ORL OPJ IGPN IPR OAP OPH OQTF
    ONF OFB OAS FLNC EPAD EPCI ENT ESS ESN ETP EDT EI EHESS HEC IAE IGAS IGF IFEN IRSN  ISS AS ASM
     RC RCT UBB UEC UN UMA IP IT IR IS IE AI AR AV OS OK OJ TNP TER AESH UNHCR TAEG OACI ISAE  SNU RSE
    SE OFCE
    AME ACF UCLA UCL ICPE AELE OPCI DUT ANPE ANSM APHP ATD AOL ABS ALS ASBL EADS EBE ECTS ELA EMI EPO ESB
    IDF IDE IFA IKB INH IPC
    IPO IVD OBNL OCR OECD OEM OIE OIF OPC ORF UHF UIT ULM UMR UMI UPI UPS USS UTC UTMB UFO
    """)
)
"""Acronyms spelled, though some could be read as words."""

AMBIGUOUS = frozenset(words("CE SE SA AS AI OS IS IL UN AN EN SI LA OR AU DU ET OU PAR SUR SOL SUD"))
"""Initials that are words too: spelled alone, words among words in capitals."""

ORDINARY = frozenset(
    words("""
    NON OUI PAS LES DES UNE EST QUI QUE QUOI SUR PAR POUR DANS AVEC PLUS TOUT TOUS INFO INFOS LIVE LE LA
    DE DU ET EN AU AUX UN IL ELLE ILS ELLES ON NE SE CE CES SES MES TES SON SA MA TA TON MON NOS VOS
    NOTRE VOTRE LEUR LEURS OU MAIS DONC OR NI CAR SI TRES BIEN MAL FAIT FAIRE SANS SOUS CHEZ VERS ENTRE
    PEN VON VAN DER DEN DOS JE TU NOUS VOUS ME TE LUI EUX MOI TOI SOI Y ICI LOT ROI LOI FOI VIE MORT FIN
    MER AIR EAU FEU BON BONNE JOUR NUIT DEUX TROIS QUATRE CINQ SIX SEPT HUIT NEUF DIX CENT MILLE ANS
    MOIS AN HIER DEMAIN AVIS VIDEO PHOTO PHOTOS DIRECT ALERTE FLASH BREAKING NEWS EXCLU FOOT RUGBY
    TENNIS SPORT METEO JEUX JEU TEST GUIDE ZOOM QUIZ DOSSIER PARIS LYON NICE LILLE METZ BREST CAEN PAU
    ROME GAZA IRAN IRAK KIEV MALI CUBA SUD NORD OUEST STOP TOP FLOP BOUM HELP LOVE PEACE FREE OPEN NEW
    YORK LIBRE VOIR LIRE ECOUTER REVOIR PUB JEAN PAUL MARC LUC LEO LEA EVE ADAM ANNE MARIE REMI ALI MAX
    TOM BEN SAM DAN JOE BOB JIM TIM ZOE NOEL PRO MAI JUIN MARS AOUT AVRIL MACRON TRUMP BIDEN POUTINE COMMENT
    POURQUOI QUAND FRANCE EUROPE GRAND PETIT VRAI FAUX ONT ETE SONT SERA AVAIT PEUT DOIT VEUT VA VONT
    AVANT APRES DEPUIS ENCORE TOUJOURS JAMAIS RIEN AUCUN MOINS CONTRE ZERO ONZE DOUZE LIEN SUITE VITE
    OFFRE PROMO GRATUIT MERCI SALUT BRAVO ALLO
    MIX MIL DIM CID MAJ AIX TIR ART ARTS DON DONS JET GEL SEL MIEL COL CAS CRI FER FIL FOU GAZ GOLF HAUT BAS
    LAC LIT MOT MUR NOM PIED POT RUE SAC SKI THE TON VIN VOL BAL BAR BUS BUT CAMP CHAT CHEF CLE CLUB COEUR
    COUP COURS DUR ECO EDITO FIXE FOIS GARE GENS GROS HOMME FEMME IDEE ILES IVRE JOIE JUGE LENT LOIN MAIN
    MAIRE MONDE NEIGE NEUF NUL OEIL OEUF PAIX PAYS PEUR PIRE POIDS PORT PRIX RAS RIRE ROUGE SANG SOIR SOL
    SUR TARD TEMPS TETE VENT VERT VIDE VRAI AGE AMI ANE ARC ASSEZ AXE BEAU BEL CE FIER GAI HEIN HIP HOP HUM
    JAZZ LIS LOL LUI LUS MAT NET NID OSE PIN PIS POP QU RAP REIN RIZ ROC SEC SIX SUD TAS TAXI TEL TOT TRI
    TUE USE VIF VIS VIT VOS VUE ZEN
    """)
)
"""Words in capitals, never acronyms."""

MIXED = {
    "JPEG": "J peg",
    "MPEG": "M peg",
    "CD-ROM": "C D Rom",
    "CD-Rom": "C D Rom",
    "cd-rom": "C D Rom",
    "DVD-Rom": "D V D Rom",
    "DVD-ROM": "D V D Rom",
    "BFMTV": "B F M T V",
    "CNews": "C News",
    "CNEWS": "C News",
    "LCI": "L C I",
    "iOS": "i O S",
    "eBay": "e Bay",
    "pH": "P H",
    "PhD": "P H D",
    "NOx": "N O X",
    "LGBTQIA+": "L G B T Q I A plus",
    "LGBTQI+": "L G B T Q I plus",
    "LGBTQ+": "L G B T Q plus",
    "LGBT+": "L G B T plus",
    "Wi-Fi": "Wi-Fi",
    "OAuth": "O Auth",
    "MySQL": "My S Q L",
    "SQL": "S Q L",
    "DALL-E": "Dall-E",
    "ChatGPT": "Chat G P T",
    "OpenAI": "Open A I",
    "GmbH": "G M B H",
    "DOM-TOM": "Dom-Tom",
    "PlayStation": "PlayStation",
    "YouTube": "YouTube",
    "McDo": "McDo",
    "TikTok": "TikTok",
    "ARNm": "A R N messager",
    "NF EN": "N F E N",
    "DGFiP": "D G F I P",
    "MoDem": "Modem",
    "SCoT": "Scot",
    "CGTiste": "cégétiste",
    "CGTistes": "cégétistes",
    "NdDL": "Notre-Dame-des-Landes",
    "NDDL": "Notre-Dame-des-Landes",
    "DDoS": "D D O S",
    "xAI": "x A I",
    "XV DE FRANCE": "quinze DE FRANCE",
    "mc2": "m c deux",
    "DROM-COM": "Drom-Com",
    "PLUi": "P L U I",
    "BnF": "B N F",
    "DIRCOM": "dircom",
    "eID": "e I D",
    "LaREM": "La R E M",
    "LREM": "L R E M",
    "COMEX": "Comex",
    "HDMI": "H D M I",
    "PNG": "P N G",
    "DNS": "D N S",
    "VHS": "V H S",
    "DGSI": "D G S I",
    "UTC": "U T C",
    "GMT": "G M T",
    "AP-HP": "A P H P",
    "CHU": "C H U",
    "ADNc": "A D N C",
    "CFE-CGC": "C F E C G C",
    "FN-RN": "F N R N",
    "QR code": "Q R code",
    "AfD": "A F D",
    "N-VA": "N V A",
    "CD&V": "C D et V",
    "MotoGP": "Moto G P",
    "macOS": "mac O S",
    "iPadOS": "i Pad O S",
    "watchOS": "watch O S",
    "eSIM": "e Sim",
    "P-DG": "P D G",
    "P.-DG": "P D G",
    "ARNt": "A R N T",
    "EnR": "E N R",
    "CRTC": "C R T C",
    "RdV": "rendez-vous",
    "BtoB": "B to B",
    "BtoC": "B to C",
    "NdlR": "note de la rédaction",
    "NDLR": "note de la rédaction",
    "NdT": "note du traducteur",
}
"""Half word, half letters."""

COUNTRIES = {
    "FRA": "France",
    "ESP": "Espagne",
    "ITA": "Italie",
    "GER": "Allemagne",
    "GBR": "Grande-Bretagne",
    "SUI": "Suisse",
    "BEL": "Belgique",
    "NED": "Pays-Bas",
    "POR": "Portugal",
    "AUT": "Autriche",
    "AUS": "Australie",
    "CAN": "Canada",
    "CHN": "Chine",
    "JPN": "Japon",
    "KOR": "Corée du Sud",
    "BRA": "Brésil",
    "ARG": "Argentine",
    "RUS": "Russie",
    "UKR": "Ukraine",
    "POL": "Pologne",
    "CZE": "Tchéquie",
    "SVK": "Slovaquie",
    "SLO": "Slovénie",
    "SWE": "Suède",
    "NOR": "Norvège",
    "DEN": "Danemark",
    "FIN": "Finlande",
    "IRL": "Irlande",
    "CRO": "Croatie",
    "SRB": "Serbie",
    "HUN": "Hongrie",
    "ROU": "Roumanie",
    "BUL": "Bulgarie",
    "GRE": "Grèce",
    "TUR": "Turquie",
    "KEN": "Kenya",
    "ETH": "Éthiopie",
    "JAM": "Jamaïque",
    "RSA": "Afrique du Sud",
    "NZL": "Nouvelle-Zélande",
    "MAR": "Maroc",
    "ALG": "Algérie",
    "TUN": "Tunisie",
    "COL": "Colombie",
    "ECU": "Équateur",
    "ERI": "Érythrée",
    "KAZ": "Kazakhstan",
}
"""What stands in brackets after an athlete. Source: International Olympic Committee, country codes."""
