/**
 * The words that the names of agencies are made of, in the languages in which partners bear them: a concept, and the
 * words for it, separated by commas. A word may be several ("ministerio publico"), and `*` stands for any ending. What
 * a script other than Latin writes is also known in Latin letters. docs/duplicates.md says how to add to it.
 */
type Concepts = Readonly<Record<string, string>>;

/** What kind of body it is: says little, since one body is called now this, now that. */
export const FORMS: Concepts = {
  department:
    "dept, dpt, departamento, depto, departement, departamentul, kagawaran, департамент*, відділ*, отдел*, विभाग, துறை, ಇಲಾಖೆ, വകുപ്പ്, বিভাগ, กรม, jabatan, dinas, idara, τμημα, أقسام, دائرة, departemen, departament, విభాగం",
  ministry:
    "min, ministere, ministerio, ministerul, ministerului, ministeriul, kementerian, міністерств*, министерств*, मंत्रालय, அமைச்சகம், মন্ত্রণালয়, وزارة, กระทรวง, wizara, υπουργειο, ministerium, 省, ministerstvo, ministarstvo, ministerija, ministerie, మంత్రిత్వ",
  office:
    "off, ofc, offices, oficina, oficiul, офіс*, офис*, kantor, tanggapan, opisina, ofisi, สำนักงาน, कार्यालय, அலுவலகம், escritorio, kancelaria, مكتب, ufficio, escritorios, কার্যালয়, ಕಚೇರಿ",
  bureau: "bur, buro, birou, kawanihan, buroul, бюро, ब्यूरो, ব্যুরো",
  directorate:
    "dir, direccion, direction, directia, directiei, direcao, direktorat, дирекц*, निदेशालय, இயக்குநரகம், ditjen, управлінн*, управлени*, مديرية, direktsiia, direktoratul, direcciones, অধিদপ্তর",
  agency:
    "agencia, agence, agentia, agentiei, ahensya, badan, агентств*, अभिकरण, முகமை, wakala, 庁, وكالة, agenzia, agentstvo, সংস্থা, agensi",
  authority:
    "autoridad, autorite, autoridade, autoritatea, autoritatii, otoritas, प्राधिकरण, ஆணையகம், mamlaka, هيئة, سلطة",
  service:
    "svc, svcs, services, servicio, servicios, servico, serviciul, huduma, serbisyo, служб*, सेवा, layanan, dienst, خدمة, sluzhba, servizio, perkhidmatan, সেবা",
  force: "forces, fuerza, fuerzas, forta, fortele, pwersa",
  command: "comando, comandancia, commandement, comandament, قيادة, komando",
  headquarters:
    "hq, headquarter, sede, siege, head office, punong himpilan, markas, markas besar, hauptquartier, मुख्यालय, தலைமையகம்",
  commission:
    "comm, comision, comissao, comisia, komisi, komisyon, комісі*, комисси*, आयोग, ஆணையம், কমিশন, tume, لجنة, kommissiia, suruhanjaya",
  committee: "cttee, comite, comitetul, komite, комітет*, комитет*, समिति, குழு, কমিটি, kamati",
  council:
    "conseil, consejo, conselho, consiliul, consiliului, dewan, sanggunian, sangguniang, рада, ради, совет*, परिषद, baraza, مجلس, majlis, পরিষদ, மன்றம்",
  board: "junta, bord, lupon, बोर्ड, வாரியம்",
  unit: "unidad, unite, unidade, unitatea, yunit, kitengo, підрозділ*, इकाई, பிரிவு, وحدة, satuan, unitate",
  division: "div, divisao, divizia, dibisyon, شعبة, bahagian, divisi",
  section: "seccion, secao, sectia, seksyon, قسم, seksi",
  group: "grupo, groupe, grupul, група, группа",
  team: "equipo, equipe, echipa",
  desk: "mesa, guichet",
  cell: "celula, cellule, प्रकोष्ठ",
  wing: "prabhag",
  center:
    "centre, ctr, centro, centrul, centrului, pusat, sentro, центр*, केंद्र, केन्द्र, மையம், কেন্দ্র, kituo, zentrum, مركز, tsentr, kendra, കേന്ദ്രം, ಕೇಂದ್ರ",
  institute:
    "inst, institution, instituto, institut, institutul, surian, інститут*, институт*, संस्थान, taasisi, معهد, institusi",
  organization:
    "organisation, org, organizacion, organizacao, organizatia, organisasi, organisasyon, організац*, организац*, संगठन, organismo, shirika, samahan, منظمة, pertubuhan, organizatsiia, সংগঠন",
  association:
    "assn, assoc, asociacion, associacao, asociatia, asosiasi, асоціац*, ассоциац*, संघ, சங்கம், সমিতি, جمعية, persatuan, associazione, समाज",
  foundation:
    "fndn, fdn, found, fundacion, fondation, fundacao, fundatia, yayasan, pundasyon, фонд*, प्रतिष्ठान, مؤسسة, fundatsiia, stiftung, ফাউন্ডেশন, फाउंडेशन",
  society: "sociedad, societe, sociedade, societatea, lipunan",
  trust: "fideicomiso, न्यास, அறக்கட்டளை",
  network: "red, reseau, rede, reteaua, мереж*, сеть, شبكة, jaringan, rangkaian",
  coalition: "coalicion, coalizao, coalitia, koalisyon, коаліц*, коалици*, alliance, alianza, alianta",
  campaign: "campana, campagne, campanha, kampanya",
  project: "proyecto, projet, projeto, proiect, proiectul, проект*, proyekto, projek, مشروع, proyek",
  program: "programme, programa, programul, программ*, програм*, برنامج, mpango",
  secretariat: "secretaria, secretary, secretariado, sekretariat, секретаріат*, секретариат*",
  inspectorate: "inspectoratul, inspection, inspeccion, inspekcja, інспекц*, инспекц*",
  administration:
    "admin, administracion, administracao, administratia, administrasyon, pentadbiran, адміністрац*, администрац*, प्रशासन, நிர்வாகம், প্রশাসন, إدارة, utawala",
  chamber: "camara, chambre, camera, kamar",
  corporation: "corporacion, korporasi, निगम, கழகம்",
  mission: "mision, misiune, misyon, місі*, мисси*",
  movement: "movimiento, mouvement, movimento, kilusan, andolan, आंदोलन",
  federation: "federacion, fédération, federatia, confederation, union, sindicato, syndicat",
  taskforce: "task force, squad, brigade, brigada",
  affairs: "affair, afacerilor, asuntos, affaires, assuntos, relaciones, relations, urusan, ugnayan, справ*, дел, मामले",
};

/** How far it reaches: two levels are two bodies, but one of them may be left out. */
export const LEVELS: Concepts = {
  national:
    "natl, nac, nacional, nationale, nationala, nasional, pambansa, pambansang, національн*, национальн*, राष्ट्रीय, தேசிய, জাতীয়, وطنية, الوطنية, taifa, kitaifa, ชาติ, nation, nacion, natiunii, وطني, قومي, kebangsaan, natsionalnyi, ರಾಷ್ಟ್ರೀಯ, ദേശീയ, జాతీయ",
  // The state may be the nation, or one of its states.
  "national/state": "negara, державн*, государственн*, statului",
  state: "estado, estatal, etat, estadual, rajya, राज्य, ರಾಜ್ಯ, സംസ്ഥാന, மாநில, রাজ্য",
  regional:
    "regl, region, regiunea, rehiyon, rehiyonal, облас*, регіональн*, региональн*, wilayah, mkoa, daerah, إقليمي, regionala, regionales, regionais, oblast, krai, oblasnyi",
  provincial: "prov, province, provincia, provinciala, panlalawigan, propinsi, provinsi, محافظة, provinciales",
  district:
    "dist, distrito, distrital, districtual, район*, окружн*, जिला, மாவட்ட, জেলা, distrik, wilaya, kabupaten, ജില്ല, ಜಿಲ್ಲಾ, ജില്ലാ, জিলা, районний, okres, raion, daira",
  county: "condado, judet, judetean, kaunti, comte",
  municipal:
    "municipality, municipio, municipalidad, munisipyo, bayan, primaria, муніципальн*, муниципальн*, بلدية, municipales, prefeitura, alcaldia, mairie, ayuntamiento, primaria municipiului",
  city: "ciudad, ville, cidade, orasul, lungsod, міськ*, городск*, kota, jiji, mji, مدينة, নগর, shahar",
  metropolitan: "metro, metropolitano, metropolitana, महानगर, মহানগর, மாநகர, மாநகராட்சி, ಮಹಾನಗರ, metropolitane",
  local: "locale",
  royal: "real, royale, diraja",
  international:
    "intl, internacional, internationale, internationala, antarabangsa, internasional, pandaigdig, міжнародн*, международн*, अंतर्राष्ट्रीय, دولية, الدولية, kimataifa",
};

/** Words that stand in many names and tell next to nothing. */
export const GENERAL: Concepts = {
  general: "gen, generale, generala, geral, generalului, pangkalahatan, генеральн*, عام, العام, العامة, umum, heneral",
  republic: "republica, republique, republik, republicii, республік*, республик*, jamhuri, गणराज्य",
  government:
    "govt, gov, gobierno, gouvernement, governo, guvernul, guvernului, pemerintah, pamahalaan, уряд*, правительств*, सरकार, அரசு, ಸರ್ಕಾರ, সরকার, serikali, حكومة, حكومي, kerajaan, সরকারি, शासन, அரசாங்கம்",
  person:
    "persons, personas, personnes, persoane, pessoas, people, pueblo, individuals, الاشخاص, الأشخاص, людьми, лиц, व्यक्ति",
  judicature: "judicial system",
  case: "cases, คดี, caso, casos",
  against:
    "anti, contra, contre, impotriva, laban, laban sa, проти, против, विरोधी, எதிர்ப்பு, dhidi, combating, counter, مكافحة, বিরোধী, ವಿರೋಧಿ, combate, lucha, lutte, lupta, boroty, penanggulangan, pemberantasan",
};

/** What it is about: two fields are two bodies. */
export const FIELDS: Concepts = {
  police:
    "pol, policing, policia, policiaca, politia, politiei, policie, pulisya, polis, polisi, polizei, polizia, politi, kepolisian, поліц*, полиц*, полиция, полиции, पुलिस, पुलीस, காவல்துறை, காவல், போலீஸ், ಪೊಲೀಸ್, പോലീസ്, పోలీస్, পুলিশ, ਪੁਲਿਸ, પોલીસ, شرطة, الشرطة, ตำรวจ, αστυνομια, αστυνομιας, 警察, պոլիս, პოლიცია, canh sat, cong an, polisia, polri, polda, polres, polsek",
  justice:
    "justicia, justica, justitie, justitiei, katarungan, keadilan, kehakiman, haki, юстиц*, правосудд*, न्याय, நீதி, العدل, عدل, ยุติธรรม, δικαιοσυνης, justitia, giustizia, justisi, ন্যায়",
  court:
    "courts, cour, corte, curte, curtea, суд, суду, суда, न्यायालय, நீதிமன்றம், আদালত, अदालत, pengadilan, mahkamah, hukuman, korte, mahakama, محكمة, ศาล, gericht, tribunal, tribunalul, juzgado, judecatoria, নিম্ন আদালত, ನ್ಯಾಯಾಲಯ, കോടതി, న్యాయస్థానం, المحكمة, tribunales, tribunais, corti",
  supreme:
    "suprema, suprem, supremo, supreme, верховн*, उच्चतम, सर्वोच्च, kataas taasang, agung, العليا, সুপ্রিম, सुप्रीम, சுப்ரீம்",
  high: "haute, alta, inalta, alto, उच्च, உயர், вищ*, высш*, tinggi, kuu, হাই, हाई, ಉಚ್ಚ, ഹൈ, హై",
  appeal:
    "appeals, apelacion, apelaciones, appel, apelacao, apel, апеляційн*, апелляционн*, banding, استئناف, الاستئناف, apelului, kasasi banding, rufaa",
  cassation: "casacion, cassacao, casatie, касаційн*, кассационн*",
  prosecutor:
    "prosecution, prosecutions, prosecutorial, fiscalia, fiscal, procuratura, procuraduria, procuror, parchet, parchetul, прокуратур*, прокурор*, kejaksaan, piskalya, अभियोजन, ministerio publico fiscal, النيابة, نيابة, прокурора, prosecuting, mendakwa, pendakwa, taga usig",
  "attorney general": "fiscalia general",
  attorney: "atty, abogado, avocat",
  auditor: "audit, contraloria, curtea de conturi",
  ombudsman:
    "ombudsperson, defensoria del pueblo, defensor del pueblo, avocatul poporului, mediateur, provedor, tanodbayan, омбудсман*",
  defender: "defensoria, defensor, aparator",
  parliament:
    "parlamento, parlement, parlamentul, верховна рада, संसद, bunge, dewan rakyat, البرلمان, সংসদ, பாராளுமன்றம், legislature, asamblea legislativa",
  congress: "congreso, congres, kongreso",
  senate: "senado, senat, senatul",
  assembly: "asamblea, assemblee, assembleia, adunarea",
  university:
    "univ, universidad, universite, universidade, universitatea, unibersidad, universitas, університет*, университет*, विश्वविद्यालय, chuo kikuu, جامعة, বিশ্ববিদ্যালয়, பல்கலைக்கழகம், ವಿಶ್ವವಿದ್ಯಾಲಯ, universiti",
  college: "colegio, universitario, kolehiyo, коледж*",
  school: "escuela, ecole, escola, scoala, paaralan, sekolah, школ*, shule, مدرسة, বিদ্যালয়, विद्यालय, பள்ளி, ಶಾಲೆ, школа",
  academy: "academia, academie, akademi, akademya, академі*, академи*",
  hospital:
    "clinic, clinica, spital, spitalul, ospital, лікарн*, больниц*, rumah sakit, hospitali, مستشفى, হাসপাতাল, अस्पताल, மருத்துவமனை, ಆಸ್ಪತ್ರೆ, hopital",
  church:
    "iglesia, eglise, igreja, biserica, simbahan, gereja, церкв*, kanisa, كنيسة, গির্জা, चर्च, தேவாலயம், parroquia, parish",
  diocese: "diocesis, dieceza",
  shelter:
    "albergue, refugio, refuge, abri, adapost, silungan, shelters, притул*, приют*, காப்பகம், rumah aman, مأوى, ملجأ, আশ্রয়, आश्रय, தங்குமிடம், ashray, casa de acogida, casa refugio, rumah singgah, makazi",
  home: "homes, hogar, foyer, camin, tahanan, illam, इल्लम, இல்லம், griha, गृह, دار, ভবন, भवन, குடியிருப்பு, casa hogar",
  orphanage: "orfanato, orphelinat, orfelinat, bahay ampunan, panti asuhan",
  jail: "prison, prisons, carcel, penitenciaria, penitenciar, bilangguan, penjara, gereza, correctional, corrections, correction, тюрм*, سجن, السجون, কারাগার, जेल, சிறை, ಕಾರಾಗೃಹ, lapas",
  station: "estacion, statie, istasyon, thana, थाना, stesen, kituo cha polisi",
  law: "derecho, droit, direito, drept, batas, hukum, sheria, कानून",
  right:
    "rights, derechos, droits, direitos, drepturilor, drepturile, karapatan, hak, haki za, прав, अधिकार, உரிமை, حقوق, สิทธิ, অধিকার, അവകാശ, ಹಕ್ಕು, హక్కుల",
  human:
    "humanos, humains, humanas, omului, asasi manusia, binadamu, pantao, людини, человека, मानव, மனித, الانسان, de l homme, มนุษยชน, إنسان, الإنسان, মানব, മനുഷ്യ, ಮಾನವ",
  "human right":
    "मानवाधिकार, hak asasi manusia, karapatang pantao, derechos humanos, droits de l homme, direitos humanos, drepturile omului, haki za binadamu, حقوق الانسان, สิทธิมนุษยชน, حقوق الإنسان, মানবাধিকার, മനുഷ്യാവകാശ, ಮಾನವ ಹಕ್ಕುಗಳ",
  woman:
    "women, womens, mujer, mujeres, femme, femmes, mulher, mulheres, femei, femeilor, kababaihan, perempuan, wanita, wanawake, жін*, женщин*, महिला, பெண்கள், மகளிர், ಮಹಿಳಾ, মহিলা, نساء, المراة, สตรี, المرأة, امرأة, നാരി, വനിത, మహిళా, নারী, feminina, femenina, babae",
  child:
    "children, childrens, childs, nino, ninos, ninez, nina, enfant, enfants, enfance, crianca, criancas, copil, copii, copilului, copiilor, bata, kabataan, anak, watoto, дитин*, діт*, ребенк*, дет*, बाल, बच्चे, குழந்தைகள், குழந்தை, ಮಕ್ಕಳ, শিশু, الطفل, เด็ก, minors, minor, الأطفال, أطفال, طفل, ശിശു, బాలల, పిల్లల, ಮಕ್ಕಳು, infancia, adolescencia, infantil, kanak kanak",
  girl: "girls, ninas, filles, meninas, fete, बालिका",
  boy: "boys, garcons, meninos, baieti",
  gender: "genero, genre, gen social, jinsia, kasarian, гендерн*, लैंगिक",
  family:
    "familia, famille, familiar, familiei, families, pamilya, keluarga, родин*, сімей*, семей*, परिवार, குடும்ப, الأسرة, أسرة, العائلة, পরিবার, परिवारिक, കുടുംബ, ಕುಟುಂಬ, familii, familias",
  youth:
    "juventud, jeunesse, juventude, tineret, молод*, vijana, युवा, الشباب, যুব, இளைஞர், kabataang, pemuda, belia, juventudes, jovens",
  juvenile: "juvenil, menores, mineurs, किशोर, ювенальн*",
  minority: "minorities, minorias, minorites",
  labor:
    "labour, trabajo, travail, trabalho, muncii, munca, paggawa, tenaga kerja, ketenagakerjaan, kazi, труд*, прац*, श्रम, தொழிலாளர், শ্রম, العمل, แรงงาน, employment, empleo, العمال, tenaga, trabajadores, trabalhadores, kerja, manggagawa, தொழில், ಕಾರ್ಮಿಕ, തൊഴിൽ",
  migration:
    "immigration, migracion, inmigracion, migratie, migratii, migrari, migrations, imigrasi, imigrasyon, міграц*, миграц*, uhamiaji, migrant, migrants, الهجرة, هجرة, migrasi, migratsiinoi, অভিবাসন",
  foreign:
    "exteriores, exterior, etrangeres, externe, external, luar negeri, ugnayang panlabas, закордонн*, иностранн*, विदेश, الخارجية, mambo ya nje, relaciones exteriores, পররাষ্ট্র",
  internal:
    "interior, interne, interieur, interno, dalam negeri, внутрішн*, внутренн*, गृह मंत्रालय, الداخلية, داخلية, panloob, mambo ya ndani, home affairs, εσωτερικων, স্বরাষ্ট্র, உள்துறை, ಗೃಹ, ആഭ്യന്തര",
  defense:
    "defence, defensa, aparare, apararii, pertahanan, tanggulan, оборон*, रक्षा, ulinzi, الدفاع, প্রতিরক্ষা, பாதுகாப்புத்துறை, defesa",
  health:
    "salud, sante, saude, sanatate, sanatatii, kalusugan, kesehatan, kesihatan, afya, здоров*, здравоохран*, स्वास्थ्य, சுகாதார, medical, الصحة, صحة, স্বাস্থ্য, ಆರೋಗ್ಯ, ആരോഗ്യ, ఆరోగ్య",
  education:
    "educacion, educacao, educatie, educatiei, edukasyon, pendidikan, pendidikan, elimu, осві*, образован*, शिक्षा, கல்வி, التعليم, التربية, শিক্ষা, ಶಿಕ್ಷಣ, വിദ്യാഭ്യാസ, విద్యా",
  social:
    "sociale, sociala, sosial, panlipunan, соціальн*, социальн*, सामाजिक, சமூக, jamii, sociales, الاجتماعية, اجتماعي, সমাজ, ಸಾಮಾಜಿಕ, സാമൂഹ്യ",
  collector: "collectorate, ஆட்சியர், जिलाधिकारी",
  "social welfare": "prevision social, asistencia social, asistenta sociala, kesejahteraan sosial",
  welfare:
    "bienestar, bien etre, kagalingan, kagalingang, kesejahteraan, kebajikan, ustawi, कल्याण, நல, কল্যাণ, asistencia, asistenta, الرعاية, ಕಲ್ಯಾಣ, ക്ഷേമ, సంక్షేమ, asistencial",
  development:
    "devt, developpement, desarrollo, desenvolvimento, dezvoltare, pagpapaunlad, pembangunan, maendeleo, розвит*, развити*, विकास, வளர்ச்சி, التنمية, উন্নয়ন, ಅಭಿವೃದ್ಧಿ, വികസന, అభివృద్ధి",
  empowerment: "pemberdayaan, empoderamiento, sashaktikaran",
  security:
    "seguridad, securite, seguranca, securitate, seguridad, keamanan, seguridad publica, безпек*, безопасност*, सुरक्षा, usalama, kaligtasan, الامن, الأمن, أمن, নিরাপত্তা, surete",
  intelligence: "inteligencia, renseignement, inteligencia, intelijen, разведк*, розвідк*",
  investigation:
    "investigating, investigate, investigations, investigative, investigacion, investigaciones, enquetes, investigacao, investigare, cercetare, pagsisiyasat, penyidikan, siasatan, розслідуван*, следствен*, слідч*, расследован*, अन्वेषण, जांच, புலனாய்வு, তদন্ত, สอบสวน, uchunguzi, inquiry, التحقيق, تحقيق, البحث, তদন্ত ব্যুরো, ತನಿಖಾ, അന്വേഷണ, inquerito, pesquisas",
  special:
    "especial, special, speciale, speciala, khusus, espesyal, спеціальн*, специальн*, विशेष, சிறப்பு, พิเศษ, خاص, الخاصة, বিশেষ, ವಿಶೇಷ, പ്രത്യേക",
  crime:
    "offence, offences, offenses, criminalidad, criminalite, criminalitate, criminalitatii, crimes, crimen, delito, delitos, infractiunilor, infractiuni, krimen, kejahatan, jenayah, uhalifu, злочин*, преступлен*, अपराध, குற்ற, الجريمة, جريمة, অপরাধ",
  criminal:
    "criminale, penal, penale, pidana, кримінальн*, уголовн*, criminelle, جنائي, الجنائية, penales, penais, jinayah",
  organized: "organised, organizado, organizada, organise, organizata, організован*, организованн*",
  terrorism: "terrorisme, terorism, terorisme, тероризм*, терроризм*, terrorist, الإرهاب, সন্ত্রাস",
  cyber: "cibernetico, cibernetica, siber, кібер*, кибер*, informatico, साइबर",
  drug: "drugs, narcotic, narcotics, drogas, droguri, stupefiants, narkotika, наркот*, antidroga, المخدرات, মাদক, போதைப்பொருள், estupefacientes, drogues",
  trafficking:
    "traffic in persons, trafficking in persons, trafficking in human beings, human trafficking, trata, trata de personas, traite, traite des personnes, traficului, trafic, traficului de persoane, trafico de pessoas, perdagangan orang, торгівл* людьми, торговл* людьми, मानव तस्करी, மனித கடத்தல், مكافحة الاتجار بالبشر, الاتجار بالبشر, পাচার, মানব পাচার, மனித வணிகம்",
  traffic: "transito, circulation, trafego, lalu lintas, trapiko, дорожн*",
  corruption:
    "corrupcion, corruptie, corrupcao, korupsi, katiwalian, rushwa, корупці*, коррупци*, भ्रष्टाचार, الفساد, দুর্নীতি, ஊழல், ಭ್ರಷ್ಟಾಚಾರ",
  kidnapping: "secuestro, enlevement, sequestro, abduction",
  violence:
    "violencia, violenta, karahasan, kekerasan, насильств*, насили*, हिंसा, العنف, সহিংসতা, வன்முறை, ukatili, kekerasan dalam rumah tangga",
  domestic: "domestica, domestique, intrafamiliar, домашн*, घरेलू",
  victim: "victims, victimas, victimes, vitimas, victimelor, biktima, korban, жертв*, पीड़ित, الضحايا, ভুক্তভোগী",
  witness: "witnesses, testigos, temoins, testemunhas, martorilor, saksi, свідк*",
  support: "apoyo, soutien, apoio, sprijin, suporta, dukungan",
  protection:
    "protecting, proteccion, protecao, protectie, protectia, protectiei, proteksyon, perlindungan, захист*, защит*, संरक्षण, பாதுகாப்பு, সুরক্ষা, ulinzi wa, protective, حماية, الحماية, ಸಂರಕ್ಷಣಾ, സംരക്ഷണ",
  prevention: "preventing, prevencion, prevenire, prevencao, pencegahan, prohibition, الوقاية, প্রতিরোধ",
  legal:
    "juridica, juridico, juridique, legale, правов*, विधिक, சட்ட, kisheria, قانونية, القانونية, আইনি, আইনগত, ಕಾನೂನು, നിയമ, juridicas, juridice",
  aid: "ayuda, aide, ajutor, tulong, bantuan, допомог*, помощ*, सहायता, مساعدة, সহায়তা, உதவி, assistance, assistencia",
  public:
    "publico, publica, publique, publicul, publik, awam, pampubliko, громадськ*, общественн*, लोक, பொது, umma, عمومي, العمومية, ಸಾರ್ವಜನಿಕ, പൊതു, সরকারী, publicos, publicas, publice",
  civil: "civile, civila, sipil, sibil, цивільн*, гражданск*",
  military: "militar, militaire, militara, militer, військов*, военн*, عسكري, العسكرية, tentera, angkatan bersenjata",
  judicial: "judiciaire, judicial, judiciary, judiciara, yudisial, hudikatura, судов*, судебн*",
  federal: "federale, fédéral, федеральн*, persekutuan",
  border:
    "border guard, frontier guard, frontera, frontieres, frontiere, fronteira, прикордонн*, пограничн*, सीमा, الحدود, সীমান্ত, எல்லை, fronteiras, frontierei",
  customs: "aduana, aduanas, douane, douanes, alfandega, vama, vamilor, adwana, bea cukai, митн*, таможен*, forodha",
  guard: "guardia, garde, guarda, jandarmeria",
  fire: "bomberos, pompiers, bombeiros, pompieri, bumbero",
  transport:
    "transportes, transporturi, transportasi, транспорт*, परिवहन, النقل, পরিবহন, போக்குவரத்து, usafiri, transportasyon",
  highway: "carreteras, rodoviaria, rodoviario, autoroute, rutiera",
  railway: "ferroviaria, ferrocarril, railways, रेलवे",
  tourist: "tourism, turismo, tourisme, turism, turistica, wisata, pariwisata, utalii, السياحة, পর্যটন, சுற்றுலா",
  land: "lands, tierras, terres, terras, agrarian, agrario, ardhi, भूमि, الأراضي, ভূমি, நில, ಭೂ",
  environment:
    "medio ambiente, environnement, mediu, lingkungan, kapaligiran, mazingira, довкілл*, البيئة, পরিবেশ, சுற்றுச்சூழல், ambiente, ambiental",
  water: "agua, eau, aguas, tubig, maji, जल",
  agriculture:
    "agricultura, agricole, agriculturii, agrikultura, pertanian, kilimo, сільськ*, कृषि, الزراعة, কৃষি, வேளாண், ಕೃಷಿ, agraria",
  finance:
    "finances, finanzas, financas, finantelor, pananalapi, keuangan, fedha, фінанс*, финанс*, वित्त, treasury, hacienda, المالية, অর্থ, நிதி, ಹಣಕಾಸು",
  economy: "economic, economia, economica, economie, ekonomi, economiei, економік*, экономик*, uchumi",
  tax: "revenue, taxes, impuestos, impots, rentas, buwis, pajak, податк*, налог*, कर",
  statistics:
    "estadistica, estadisticas, statistique, statistica, istatistika, statistik, takwimu, الإحصاء, পরিসংখ্যান, புள்ளியியல்",
  information:
    "informacion, informacao, informatii, impormasyon, habari, інформац*, информац*, सूचना, معلومات, তথ্য, தகவல்",
  communication: "communications, comunicaciones, comunicari, komunikasyon, kominfo, зв'язку",
  record: "records, registros, archives",
  registry: "registration, registro, registru",
  science: "ciencia, ciencias, sciences, stiinta",
  culture: "cultura, kultura, utamaduni, kebudayaan, культур*",
  housing: "vivienda, logement, habitacao, pabahay",
  urban: "urbano, urbana, urbain",
  rural: "rurale, grameen, ग्रामीण",
  policy: "politica, politique, politiki, kebijakan, політик*, политик*, नीति",
  construction: "constructii, construccion, будівн*, строит*",
  "red cross": "cruz roja, croix rouge, cruz vermelha, crucea rosie, червоний хрест, красный крест, palang merah",
  saint: "st, san, santa, santo, sainte, sfantul, sfanta, sto, sta, свят*",
  election:
    "electoral, elections, elecciones, eleicoes, election commission, alegeri, halalan, pemilihan, pemilu, uchaguzi, вибор*, избирательн*, निर्वाचन, தேர்தல், নির্বাচন, الانتخابات",
  disaster:
    "emergency, emergencias, desastres, bencana, sakuna, dharura, urgence, urgenta, надзвичайн*, чрезвычайн*, आपदा, பேரிடர், দুর্যোগ",
  refugee: "refugees, refugiados, refugies, refugiati, pengungsi, wakimbizi, біженц*, беженц*, asylum, asilo, asile",
  trade:
    "commerce, comercio, comert, kalakalan, perdagangan, biashara, торгівл*, торговл*, व्यापार, வர்த்தக, বাণিজ্য, التجارة",
  industry: "industries, industria, industrie, perindustrian, viwanda, промислов*, промышленн*, उद्योग, தொழிற்சாலை",
  energy: "energia, energie, enerhiya, energi, nishati, енергетик*, энергетик*, ऊर्जा",
  mining: "mines, minas, mineria, minerals, pertambangan, madini",
  planning: "planificacion, planification, planeamento, perencanaan, planipikasyon, mipango",
  sport: "sports, deporte, deportes, esporte, olahraga, michezo, спорт*, खेल, விளையாட்டு, ক্রীড়া, الرياضة",
  religion: "religious, religioso, religiosa, cultos, culte, agama, dini, релігі*, религи*",
  disability:
    "disabilities, discapacidad, handicap, deficiencia, dizabilitati, disabilitas, disabled, ulemavu, दिव्यांग, மாற்றுத்திறனாளி",
  rehabilitation:
    "rehabilitacion, readaptation, reabilitacao, reabilitare, rehabilitasi, реабілітац*, реабилитац*, पुनर्वास, மறுவாழ்வு, পুনর্বাসন",
  probation: "parole, libertad condicional, probatiune, pemasyarakatan",
  forensic: "forense, forenses, medico legal, medicina legal, criminalistica",
  fishery: "fisheries, pesca, pesqueria, perikanan, pangisdaan, uvuvi",
  forest: "forestry, forestal, bosques, floresta, padurilor, kehutanan, misitu, лісов*, лесн*, वन, வன, বন",
  administrative:
    "administrativo, administrativa, administratif, administrativ, tata usaha, адміністративн*, административн*, प्रशासनिक",
  constitutional:
    "constitucional, constitutionnelle, constitutionala, konstitusi, конституційн*, конституционн*, संवैधानिक",
  consumer: "consumidor, consumidores, consommateur, konsumen, mlaji, उपभोक्ता, நுகர்வோர்",
  media: "press, prensa, presse, imprensa, presa, pers, vyombo vya habari",
  peace: "paz, paix, pace, kapayapaan, perdamaian, amani, शांति, அமைதி, শান্তি",
  training:
    "capacitacion, formation, formare, pagsasanay, pelatihan, mafunzo, प्रशिक्षण, تدريب, প্রশিক্ষণ, பயிற்சி, ತರಬೇತಿ, latihan",
  community: "comunidad, communaute, comunidade, comunitate, pamayanan, masyarakat",
  reserve: "reserva, rezerva, hifadhi",
  bar: "lawyers, advocates, abogados, avocats, baroul",
};

/** Which of several: another one is another body. */
export const DIRECTIONS: Concepts = {
  north: "northern, norte, nord, utara, hilaga, hilagang, північн*, северн*, उत्तर, வடக்கு, kaskazini, northeast",
  south: "southern, sur, sud, sul, selatan, timog, південн*, южн*, दक्षिण, தெற்கு, kusini",
  east: "eastern, este, est, leste, timur, silangan, silangang, східн*, восточн*, पूर्व, கிழக்கு, mashariki",
  west: "western, oeste, ouest, vest, barat, kanluran, kanlurang, західн*, западн*, पश्चिम, மேற்கு, magharibi",
  central: "centrale, centrala, सेंट्रल, केन्द्रीय, केंद्रीय, மத்திய, центральн*, tengah",
  upper: "alta verapaz, superior",
  lower: "inferior, bas",
  inner: "",
  outer: "",
};

/** Said before or behind a name, and left out as often. */
export const LEGAL_FORMS =
  "inc, ltd, llc, plc, llp, corp, gmbh, sa, srl, ong, ngo, npo, cbo, limited, incorporated, asbl, pvt, regd";

/** Little words that tell nothing; an acronym may have a letter for them or not. */
export const STOP_WORDS =
  "the, of, and, for, in, on, at, to, a, an, by, with, from, as, o/o, de, del, la, el, los, las, y, e, en, du, des, et, le, les, l, d, da, do, das, dos, ao, para, por, pentru, si, al, ale, ai, din, cu, in, ng, mga, sa, ang, na, dan, untuk, bagi, wa, ya, za, kwa, cha, va, та, і, й, у, в, з, до, для, про, и, по, на, о, का, की, के, और, एवं, में, மற்றும், এর, ও, แห่ง, και, της, του, των, no, nr, num, number, numero";

/** Numbers in words; figures and Roman numbers need none. */
export const NUMBERS: Concepts = {
  "1": "first, primero, primera, primer, primeira, primeiro, premier, premiere, una, unang, kwanza, प्रथम, перш*, перв*",
  "2": "second, segundo, segunda, deuxieme, doi, doua, ikalawang, ikalawa, द्वितीय, друг*, втор*",
  "3": "third, tercero, tercera, tercer, terceiro, terceira, troisieme, ikatlong, ikatlo, tatu, तृतीय, трет*",
  "4": "fourth, cuarto, cuarta, quarto, quarta, quatrieme, ikaapat, четверт*",
  "5": "fifth, quinto, quinta, cinquieme, ikalima, п'ят*, пят*",
  "6": "sixth, sexto, sexta, sixieme",
  "7": "seventh, septimo, septima, setimo, septieme",
  "8": "eighth, octavo, octava, oitavo, huitieme",
  "9": "ninth, noveno, novena, nono, neuvieme",
  "10": "tenth, decimo, decima, dixieme",
};

/** What one place is called now and was called before, or in two languages. */
export const PLACES: Concepts = {
  chennai: "madras",
  mumbai: "bombay",
  kolkata: "calcutta",
  bengaluru: "bangalore",
  pune: "poona",
  kyiv: "kiev, київ, киев, київськ*, киевск*",
  yangon: "rangoon",
  odisha: "orissa",
  puducherry: "pondicherry",
  lviv: "lvov, львів*, львов*",
  odesa: "odessa, одес*",
  kharkiv: "kharkov, харків*, харьков*",
  bucharest: "bucuresti",
  "ho chi minh city": "saigon",
};
