PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE run (
  no      INTEGER PRIMARY KEY,
  started TEXT NOT NULL, -- UTC
  command TEXT NOT NULL,
  added   INTEGER NOT NULL DEFAULT 0, -- articles that were new
  changed INTEGER NOT NULL DEFAULT 0, -- that were read again and had changed
  settled INTEGER NOT NULL DEFAULT 0, -- whose facts others changed
  removed INTEGER NOT NULL DEFAULT 0
);
INSERT INTO run VALUES(1,'2024-05-13 08:00:00','newsgraph ingest',0,0,0,0);
CREATE TABLE note (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
  no           INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  url          TEXT,
  headline     TEXT,
  publisher    TEXT,
  author       TEXT,
  language     TEXT,
  published    TEXT, -- YYYY-MM-DD, as precise as known
  sha256       TEXT NOT NULL, -- of the text
  origin       TEXT, -- what it was read from
  kind         TEXT, -- of source
  known_by     TEXT NOT NULL, -- hash of the text and of all that its source says of it
  reader       TEXT NOT NULL, -- the program that read it, and its network
  copy_of      TEXT, -- what an earlier run found it to be a copy of, and the share, where its facts were there already
  copy_share   REAL,
  facts_sha256 TEXT NOT NULL, -- of its facts; empty until they are settled
  added        INTEGER NOT NULL REFERENCES run,
  changed      INTEGER NOT NULL REFERENCES run -- when its facts did last
);
INSERT INTO article VALUES(1,'https://example.org/0','https://example.org/0','Story 0','Paper 4',NULL,NULL,'2024-09-17','03d0c480266425ff630844e9eb326123544cb364b89b79aaf5f36402638f9e0e','a.jsonl','facts','facts:27a7d6fe66a4a32b5443e54526d655275006934a5d243dc751687196b2f70e7b','test',NULL,NULL,'27a7d6fe66a4a32b5443e54526d655275006934a5d243dc751687196b2f70e7b',1,1);
INSERT INTO article VALUES(2,'https://example.org/1','https://example.org/1','Story 1','Paper 1',NULL,NULL,'2024-08-03','a2b8623d09bf6e5ddec788e44eb6cbffb9ab63b8ca6665e2b588ffbf567bbceb','a.jsonl','facts','facts:87eebf36ded5863a4b21b737495ac324c236abc1d34220ebaa44e566b5c44b70','test',NULL,NULL,'87eebf36ded5863a4b21b737495ac324c236abc1d34220ebaa44e566b5c44b70',1,1);
INSERT INTO article VALUES(3,'https://example.org/2','https://example.org/2','Story 2','Paper 4',NULL,NULL,'2024-04-06','ad8ff2c4ea08b6ae14c4a14cf6f0ff590113018865a1de0727faa0b6fbc4b091','a.jsonl','facts','facts:064583b0fcaeb891bf6cec85998940b08f0413bf9c6199b4ba34e298bb2eb62f','test',NULL,NULL,'064583b0fcaeb891bf6cec85998940b08f0413bf9c6199b4ba34e298bb2eb62f',1,1);
INSERT INTO article VALUES(4,'https://example.org/3','https://example.org/3','Story 3','Paper 4',NULL,NULL,'2024-03-22','9a72c057ced6ed83fb29a2e19639234a2c10c150a77312d90e3fcf2a5cdc476d','a.jsonl','facts','facts:9ed8e3e42be1647dbf62ff72548b0ee8332856fe4d7924a4455ea162aa4c4b60','test',NULL,NULL,'9ed8e3e42be1647dbf62ff72548b0ee8332856fe4d7924a4455ea162aa4c4b60',1,1);
INSERT INTO article VALUES(5,'https://example.org/4','https://example.org/4','Story 4','Paper 1',NULL,NULL,'2024-12-07','2dbca5f74e54c42bc2870a18520787f4d207a9af505d30dee1a6c51e4942b737','a.jsonl','facts','facts:8ae5febff962bc8f66bc590c26dd4de9d7ff3e989671bdeb1daa0a3644ffac56','test',NULL,NULL,'8ae5febff962bc8f66bc590c26dd4de9d7ff3e989671bdeb1daa0a3644ffac56',1,1);
INSERT INTO article VALUES(6,'https://example.org/5','https://example.org/5','Story 5','Paper 1',NULL,NULL,'2024-02-19','78c07fe01741b7ed0af08112d397428f848b3378f783c33e4ae9c494a13a0b8d','a.jsonl','facts','facts:a72926a96a0a572367d9610531bb7c73b3fce50e5a214ef25fa7881bdcb667e3','test',NULL,NULL,'a72926a96a0a572367d9610531bb7c73b3fce50e5a214ef25fa7881bdcb667e3',1,1);
CREATE TABLE body (article INTEGER PRIMARY KEY REFERENCES article, text TEXT NOT NULL, facts BLOB NOT NULL);
INSERT INTO body VALUES(1,'China Vienna Anna Bade David Dede Elena Dede Boris Maria Bade kiton baba gorso kicher welo demann rina lomu vamu gorgor tonmann degor sotu xiki bava rilo loza chermann gorde bana valo mucher naso soso natu lova gorlo bamann wena weba muba baton tuki muton kiki yocher soki nalo tucher loza steinxi mude zalo xina bawe xiso wegor mannso kimann mannza wexi ride tustein nava tupe naxi riva pena lomu mannmann mannpe demann naso steinpe cherstein xiri tonso nana yona logor xiki tuton xina tontu goryo soza cherxi logor yope zana gorlo riba gormann gorki ',X'7801bc944f6fe33610c5bf0a31bdd21b5992155b400ffbefd8c5a259f462e830924632118964492ab013f8bb17232b8e9d265d6f77919b38b43c6ff47ef31e40d590c32604ebf3ab2bda626f3b7a675c7b158104bfc17891410e51524755ba8ce22c4be345d36449b44c535a5199c4d93c4e16695a95499696cb5579bd426c164d92a5519c25cb6645118184c17590c36b9d368475a734410e37c1b89de0f676283be537e42087af68c98914e4b1cac2e3284e67d16a36bf060981b60172e09f90b11d41be9ee6b3e4bcd1396a8db3126b02091a7b6ef65e6b141f0e25ec147af290af0b093de9a08ce6d37a9ec8382e0a096ee07f851e6b1283050995d18daa49570479f46e25c11aaf1edf2bf6f2bc7f8d77aa9ed5742ae013d7c4a743ed5505712293e4c7153c405061947c63cd2df91e3548300de450994107b7cb2bae788b87492fedb3dcff6b38ea48e3b3e13e73edbbc325a94cd39f19eeab23cf2e8417876b8ceb19a1e006924fa35edaf585514be3949ff5e8d4739c3ef08df8836fbe4b55ba90d9fcc7c72ef60573c7eea911d689b1334327ba3f6e944690af7315c9c5650a2a53f3ba7cfc02dcdeb816b5bac723e9126c87d5a99cf19cdf29d2a38249d05f8fe75749cfe4fcc2559b063e6799d5f54441e99657b790e00306e26de6f3f4ad5e4ca1dfaa0dbadfd3e85aa6cb39879f25bc65701ee3e36c7db1ae1d794fe3cc858480aea5b1071f8c55953f04c91db91272f0a86a76a2e2887a7f73f3f9cf6f4f91d5a3d696444dfc20347a237c20c5b56a436e7c165be59408467b23346a143ba35174a6354e6cd5ad1261088697f9efc104fab6b3ec97d2b57254f16258d3a15381bfd721a4ee38063104a7ca818dfc422d064ed5063b4f127a5363777801bd27c777123ce970c8bb5fabbaa64af9297047c04f837579dcdb0738dab25e4f5e31c1d5c0717f56312c34c0f9ef8eb6b139fb6340ff1710cb582e166f0cc4566964afc3205ae3764678738f230b5b3579be3396c43d83d01ad719e15489fc3822d41a77ab40be1d0bbf4af0ffc2e0e0d029062795130c9eaacf3028f6ff040000ffffb465f6b5');
INSERT INTO body VALUES(2,'France Vienna Anna Bade B. Bade Elena Dede Clara Bade Jack Lode cherwe yoton xiyo cherki kiki wena yoki xiton mannri tonyo wena pestein mupe zamu nava lona pemu gorva mannyo mannso kilo steinva yova cherlo vamu tonza kiba nayo vaso riso nacher tonstein chertu chermu gorlo dewe gorton riba yoba steinza steingor zamu xipe yode tonwe sowe xipe zayo xiwe xiva weyo xicher cherba tuna chermann naxi tonna pepe wemu tugor weyo bagor tumu mannki tutu cherza gormu chermu detu tupe gorde muna loton vaton rimann steinton kistein steintu yowe tuwe mannlo lova mucher steinso mannxi mannso met ',X'7801bc964d6fe3361086ff0a31bd32892d5b8a22a087ddeeeea1e816c566d18be1c3881ad96c2452e587936ce0ff5e8ce4cfb44ed234dd4b028e24cef07d1fcef8017405052c43e87c71714177d8760d9d5bb7b8188304bfc424cda0004cca3c4b26d5e8aaac334aab8ad4659ed3744a65a6caba2eafb0cc2665ae30cbb2949232cdf3ba2eeb34bb2c4b45254888ae81024e655a12568d3604055c07ebee05a7ef62d968bf240705fc861db9a328179e8c92e9d9283f1b4d4042a0bb000580848e6cd71014b3cdf93a72de9a028dc1b3122b0209065b4ef6ce1814ef8710361a3d79286673092d99a0ade1d56c3c95c9643e97e022ef0a2d56246207129435b5aec8288262747e25a1b35e6fbf9bafe571fef251f2f7e7cfa64ea672327e83d4d490c1b38a0ecffe9163e2c3103b79f84922a7c9bfafe001820ebd5a1fa86681c4676db40fe44082ada10065a309eebea839e23b1cb47e69ba7cfd37795583eeb1bf3f71ec5995a71399be85c17fa0ba396beca1c83fa3ba11bf0ca1931aa75399bd2aff9c11641975cfed06b7236537a07f72c894cad3458c64f6329b159fa6804f5f80f35bb740a3bfe18e7a095d83eab09e7e5dac341983fbabf7fb767d52964b397ea12a9b131f53c5d5b544419b055fe38d389b48312ed584922ca71ad374349eee0bfb3c7cc37d045dd04a7768827fb29b38dba3deeddf8767bbc5e5c9f6f0baddb6c243f158f076306ca5bde6ba7cc0103dbf86be5f0f77ef0182d38b0577dbd92ccd1399e62903e1c904bec0dc17d7122a52da6f3a638fdf6107bce42a787fe2fee9f79afd63dfff412dd1fd381de7321da53c6e3ac21bcebf6dd8bb868955e5c87beaa99a4b08e816d4efcf0bdb69e5b93c092b722514e05157ccbae281f0eefafae397affb01714bf75694b8b04e84d846d1a231375a8418a2504b72df502cac6b87451b4545218a103b120beb2a126d34281a1bac112be4bf4ef31620e1cf68037dbdefd8036d2aed48b1c09d6dd0e9c0780ef361c513084370ba8c7c6f7ea505061e6835369e241b86cdf0017a4f8e9fc90323fec7233c696f2eb78dfa017666cd661b071916159993a388657c021cbfb733946d5bef6ec21398a4a34ca639ff2cd865de627238d7771b6f80f84fa4f840dab0c3373cb9b41143208a7b7b4b22c45beae169ac68ec0a451b199fe1256ffb4777baffe7edf7a463a8d29ab729fb35446ccc3a20e230b227e220ba330e8ad97cbd9eafff0a0000ffffd50d7e5f');
INSERT INTO body VALUES(3,'Germany Oslo Anna Bade F. Dede deri bana naza yowe detu xipe kiba riva baki steinstein zaxi wexi ritu kiva steinso xiri gorba demann soton bava wemu mannde vawe xicher gorstein pestein peri mulo steinyo gorxi loza vawe sona kilo xistein manntu muna demu kixi mannri lomann xiza bana cherri bari pede lope xistein bagor steinmann naki mannva sope xipe steinso kiva steinde tonva xicher weyo tuki ristein gorpe tonxi tonstein chergor vawe zacher chermann steinton yoso mucher xipe mannva sostein ride cherso pepe xistein cherpe tonba tonri tonva tonlo tuki nana met ',X'7801bc954b6fdc3610c7bf0a31bdd2b6a4d5be04f49022494f69833ab7850e2369a4252c912c496dbd31f6bb1723695f40d77513a417c39c25e7f5ffcde8055405196c43b03e7b78a067ec6c4bf7c6350f0948f05b4ce60bc800ab555d27654a18ad8a05529c9629c669592feaa8aee7eb288e6751bc5a2de61857142d93658d18158bba28d3225ac720a1772d64702bd296b06a9526c8e03118b7171cdef645abfc961c64f0192d3991823c5939f1244ad2bb28bd8b162021d073800cf80a19db12649ba93e4bce1b9da1d678576045204163c7c1de698de297d184ad424f1eb24d2ea1231d94d17cdac4339924792ec1f5ec153aac48f416249446d7aa225d1264d1fd5a82355e1ddfbd40506178f0d138528d169f94563e900309a6860c4ad3ebe0f6d99091b7f8dfc2ad0ef9415e5758df5534389bcafb782fde8f869bc52533398bbea7b8476b9ec877a85fafeaad71b8aa9c3bcbad51831c538d57dd9a0afc955c877a0ff27681915cbeadbcd2548cc4fb0fc00918d7a0565ff1a8662ec1b6585e26349c33e35b7306eaf7f174b3dd2b19bf11a5a9dc6b4c38b38e2828dd309a5367264bb68aeb555acd8ba45e2649b55e9fd3fa34bee1d9401754a92ceae05f9d10670676edf93efceb042c6f02f96dde8e4d87ecbad91506b68de31f831c0c9f1d95ca2ba32183cee8b00509dda8e94e79c5e9fb80a1f7ec0dfd701e67ee0582534dc38b66b3992f22395fcc98194f3a8cc3bdc90f12aac9bf8761455c0fff929365ffc4ab83af4ce2fce3cafba9dca2fb79b68e64ba9cf1a6b5844f1cffb8ab4e938c55e5c87b1ac0cb2504740d0dfef960ac2afd98ce8e5c01197854158f43c9bbf0dde3e3873fbe9c7763e89f9470bc8394168d71964430fa59f15f1fd8586ec935c6891dfe45e22bf271b075a8b518ae04a3c5de7823ba9e7f05097ff626d097bd654994ae94a3929b6b4d8b4e0526785c8b3b5ebc18825345cf63f51b3518788fd7d87a1ac4c2767c80de93e3dfe485083f28fd57655dc9e3627e8193489bcda41c4352f6fca5b9b218c626c0f5bd93902cd7e13428afe0912e53399ff3149f221ff1b8fc949d1c4f207c1721cfca9260b17728bc1904174e553440e08db064493c4f04b1fe23420532426e006937fcdf1a31d0a651e3ffc9c88f2ae05b289904bca0e4d272a6e4c27a1213b24d7e38e487bf030000ffff20562c0b');
INSERT INTO body VALUES(4,'Brazil Oslo A. Bade Elena Dede G. Kide Anna Bade dexi zastein deba nacher pewe weri soton detu richer gorwe xitu pexi mannza kina tuva mannso riso wexi deza tonmu bastein kina yona chermu batu sode kipe sowe gorva zatu turi baxi bava tuso gorcher kide sostein gorstein deso riyo gormu tucher nape steinwe ritu lowe muna kiza naso yomann vastein bamu yocher tuso steinton demann locher deki naxi mannmann pestein tonba pewe zaba cherxi demu sostein lomu lori sori kina zaba soso gorgor peki tugor tuna toncher bade bari kide lomu weza kiva manncher ',X'7801bc555b8fe3360ffd2b02bf5765c6b19d9b81ef6107ddf6a1e8053bfb16f881961847882db9923c3b17e4bf17b4b39ea46ddac1eeb62f01c8d03c34cfe1f10b180d05ec63ec42717b4b8fd8760ddd385fdf662021ec315d2ca1800dae52952c568af492f43adb55e906539a6f96d926cd724cd53c51f34582ab55364ff526a16ca776292e9456f96aa94142ef1b28e01ad29e5037c61214701f9d7f120cdff55563c29e3c14f02b76e4450e72caf2e06992e6b3249ba5294888f418a1002e21d73504c5f6f47e1df9e06c81b30a3581048b2d23bdbb117763021b83810214db52424b361a6739dace5339df94a504df7343685193e83b90a09cdd194d561114c9cd4642e782f9fc5c799497d0d490c599a673f8f79c13df8db9ab13a489cc926f30413d3b9873f41f6ec48f63e22a743697d9fa1b40a3b57f5abdb5f88fcbcf3632ff02fc1788260e6c7def3c99da8a9f8c35219207096e070528d7dbe89f8a8a33a1c391ebb7c2ad8fe5b16401701333a8e644f645df93c8ee3c3e9b06e4f5352772f9b6252ba759b6771f80f19dafd19a679c3427a16b509dcf33c4850b8d8349f4bf8cd155d257723e7feb38bc80a7cb7df2642d5134b6e6032a25848891f8a6383e2dea2f6de07f6a8ffeff7992cb7ccd871e3ac2c370fca7fb9d248c5a7b0a8186772d2544f4350dfd39709d51613ce507f2151410d0686640b13fbcbbbf7fffe1e3ab5f741422192ba2b3158a8e3e9178c60a85da937f344253db8be0c250d3b8b6178df34604fe39188b637170c189daf9dab1a47eeb5da48f4f1db365ac369e54645b720d7a137963a3593cb019618cde543dd3f833d518d9d876d80492d03a8dcdf80086409eff9310c8c6d177fe8dd93529134ef637a8fcdce6d6f2f3b9bcbcd2b3dd9e3863d9a89e7df722e378dc08977513854cd471b2cbbf13c67a2117f98a17f047614cee32753df1ff95c2381811fbda79117b8b2c10d684e08f88a8d01b71309a464d7ca2671407f380a2453b9481fc2f65f095937e11e9231fe7a49f65dc2be9afd9891e28b6e5f1581e7f0f0000ffffbfa2c73d');
INSERT INTO body VALUES(5,'Russia Geneva I. Kide Anna Bade zagor riri namann steinyo zayo tonstein gorba muyo loso muki tuyo xiton mannmann tuna detu cherva steintu zaso namann xitu kixi tonstein tuxi zaton naza ximann vatu zana cherton gorba mannri bamu tonton tuza nacher delo baxi pemann nacher weva bava mannstein yostein rilo muna yomann vaxi locher vari muza steinva wede weva mannxi muton mutu wepe weso yomann tuba kimu vaki nava kiba yoton yoso yoza mulo zana bana delo somann tonso lostein xilo steinton yode soyo nayo naton lolo richer tonyo cherva met ',X'7801bc555d8feb3410fd2bd6f0eadd6dd3a4e946e2e122218410e86af7f254e561624f5baba91d6ca7daecaaff1d4d927e015d2e8be0a58ac71f73e69c33d337301a0ad8c4d884e2e1815e70d7d474effcfa210509618349368702125d29cc56794a59aad2a452c9229fe0749125937c91af529d4c727cc45536c9f46ca289a63857d994d2c734a9f2590e125a5f4301b7326d08756d2c4101cfd1f94e70faa6ad6a1336e4a180cfd890175390a728034f26497a374dee26394888f412a1003e42aea9098ae5585f433e385b98bbadd104122cee38d38ff7e2a72180b5c140018a65296147361a6779b59ca6329996a504dff283b0434da26d4082727665345945504cee1f25342e98e3bd378826f6173e7b0a7c2c8204b78202946b6df45de15b26b8c17f966771280ff2ba2ab416ef2abc2cec93b528be1b42374b4b1239fb4069e5a1e4e2b908d33336a2b9aa6b24f8a90dc120c8db202672fe75ec2aa759b2a75f81f33bbf466b5ef1c87729a1a9515de2e9d7c59a2ced19c188e887e3fa262db99ccebe161293d05d6bcae87644d1d8351b6824678c145a6186a4b55295cae6c985177f1eeeb079d147a34c833686db16f6aeb757733e0c7f6bd2fc3deb7cecc123f150fc91f0dd20d8de04c3d042c4d8063e86a15f0fce7f83e8cd7acd2dbe5c66b399cc66bd2102d938f4d6b23c48d0a44c187bb2b7df65efe58c82df27eedc70e6ec2f87cd376a83fedbd9e35ca6e9bc6f41c22de7ffd39440ad3d8540bdab8ebbe76e2b2544f46bea33f2c23546856184ecc957504040a3d9fd8ae7d2a7e7e7ef9fbe9ce7d4d6ec5ab1c7ad1116f728b6a642d1b9e8ace85c70a273af28766dedc42b5a14155ab6f16fad8bf4a56b987063b5f1a498cdc6d5e84d642f0e6368cfd6c218bda95a6e925f688d9147e60aeb4092d5c17ab8802190e73d79c1fac7d0bd2bd342c249f470247db91c95e096532dcfecab88631b44b83e771286c93e9c4cfd8edc699acb6c967089c7cc47414f7f0aa757470dff95b89a6a2782dba1b5223a1b9ca85d8864ac7831bcc39f83d49a44709d1316fb1f0ed6ae76c21bb521cf973b27f8b31f63ff9bfeff55011fb1c8a8de85452e23678b5c444f6242b12c0f87f2f07b000000ffff27cbedb6');
INSERT INTO body VALUES(6,'Germany Vienna Boris Bade Anna Maria Bade Dede muyo kiva soza depe cherva vape pena steinva steinwe deza yona nayo mannva nagor wecher zana bana vaton xixi zaza vaza zade natu yope vaki mannpe zaba xigor xiso gorstein delo zaba tonstein vaki zaki steinri yoyo muna lomu somu soton dena steinstein yogor steinva lomu mannba cherlo mannna riki pemu xina mannde zatu xiso deri riso mannmann nagor weyo yode kiton riki mupe pegor nagor depe gorna zastein naxi yoxi chermu tutu turi steinwe mannki mannton kiri yoza cherva tontu tuyo natu kigor riza deri ',X'7801bc544b6fdb4610fe2b8be9751df3259322d04382043db528eaa01781871177242d44ee6ef7e15a0ef4df8ba164996ee336708d5c08cc90dcf9f67bcc17d00a5ad8c5e8427b7d4df738ba81de59bfbd5e8084b0c36271032dd44d9fd51bcaf2bacad735a90c375993e7852a977555349ba66ad66559379bba29fbb2a40a69d957cb0af312b375a34042f203b4f0d2a41da11ab42168e1365a7f103cdea5f5a0c38e3cb4f02b3af2220779e932f0222baaabacb8ca972021d27d8416f813b26e206857e7fb39f2c19a766dbd0e576b5404120c8e3ced03f7c487530f078d8102b4ab4ec248266a6bb85ae50b592cba4e824f7c2e8ca8482407127a6b365a91e909daecdd5282b3413ffed71de57304680c5e8de835fe0dc67b6350fccc2ffe134b7123abfc0db0289af3f0f154bdc84055c8eae635533be62899e8f544ec998f7e6a1dda39849fc88f680e205f4691c9fadb30f456b1ba1f3f0103b07e8b463fe04517096ec07e0e68aadb3b4dc6e0933b7e7fac5fe4a59179f5ad90988503b4f3cb33ba91286ab365a3751242c448ec3daecf6c7d35353ff43bf43f96cba5acea82c3ea08f75356be667754ca530834ddb99310d16f699ac18575ba0f27dbdf915f430b01b562257a8ed4fbdbdb4fbf7d7e8ad8c12a127b1dad115eefb5189323e1686bbd30c84f458ec4d67a83e20143246d84c17b2d0ef65e8b7e477e4c22a69840c21fc946fa7c702c97364a7bea2347d80ee87564ba4e89bae3d0628c5eaf13ebf80b6d31f212d8e01048c268150ea71f3004f2fc4e4220134fe17c53d08a7a1dcecb6132f87c09341282435e1c5fe022ca6a75568acdd2275e4ecf3a96714678fedd453496e6785926ff6287aa2ee5a2e26d7899fc68877fee9ecbf167e9ff972762f25a4c52ff49624463d817680c9b64af3d6bff8093f67728a2353189980e56188c49ec35bbc6eb07148abc86ef688b37c6fd1a679c459b3963de7972c6ac7b910eda55773c76c7bf020000ffff6bbb9120');
CREATE TABLE touched (article INTEGER PRIMARY KEY);
CREATE TABLE file (path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, how TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE holds (path TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (path, article)) WITHOUT ROWID;
CREATE TABLE target (no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE written (target INTEGER NOT NULL REFERENCES target, article TEXT NOT NULL, facts_sha256 TEXT NOT NULL, PRIMARY KEY (target, article)) WITHOUT ROWID;
CREATE TABLE entity (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, wikidata TEXT);
CREATE TABLE mention (
  article    INTEGER NOT NULL REFERENCES article,
  entity     INTEGER NOT NULL REFERENCES entity,
  name       TEXT NOT NULL,
  names      TEXT NOT NULL, -- a list of JSON
  times      INTEGER NOT NULL,
  wikidata   TEXT,
  confidence REAL,
  PRIMARY KEY (article, entity)
) WITHOUT ROWID;
CREATE TABLE office (
  article    INTEGER NOT NULL REFERENCES article,
  person     INTEGER NOT NULL REFERENCES entity,
  title      TEXT NOT NULL,
  body       INTEGER NOT NULL REFERENCES entity, -- the country or organization that it is of
  former     INTEGER NOT NULL,
  confidence REAL,
  PRIMARY KEY (article, person, title, body, former)
) WITHOUT ROWID;
CREATE TABLE statement (
  no         INTEGER PRIMARY KEY,
  article    INTEGER NOT NULL REFERENCES article,
  id         TEXT NOT NULL,
  text       TEXT NOT NULL,
  quote      TEXT,
  verb       TEXT,
  act        TEXT,
  polarity   TEXT,
  modality   TEXT,
  date       TEXT,
  precision  TEXT,
  source     TEXT, -- the words for those whom nothing names
  sentence   TEXT,
  meeting    TEXT,
  confidence REAL
);
CREATE TABLE part (
  statement INTEGER NOT NULL REFERENCES statement,
  role      TEXT NOT NULL,
  place     INTEGER NOT NULL, -- among those of the role
  entity    INTEGER NOT NULL REFERENCES entity,
  PRIMARY KEY (statement, role, place)
) WITHOUT ROWID;
CREATE TABLE telling (
  article    INTEGER NOT NULL REFERENCES article,
  meeting    TEXT NOT NULL,
  name       TEXT,
  mode       TEXT,
  status     TEXT,
  date       TEXT,
  precision  TEXT,
  place      INTEGER REFERENCES entity,
  venue      TEXT,
  confidence REAL,
  PRIMARY KEY (article, meeting)
) WITHOUT ROWID;
CREATE TABLE participant (
  article INTEGER NOT NULL REFERENCES article,
  meeting TEXT NOT NULL,
  entity  INTEGER NOT NULL REFERENCES entity,
  role    TEXT NOT NULL,
  PRIMARY KEY (article, meeting, entity)
) WITHOUT ROWID;
CREATE TABLE copy (article INTEGER PRIMARY KEY REFERENCES article, original TEXT NOT NULL, share REAL NOT NULL);
CREATE INDEX article_copy_of ON article (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX holds_article ON holds (article);
CREATE INDEX mention_entity ON mention (entity, name);
CREATE INDEX office_person ON office (person);
CREATE INDEX statement_article ON statement (article);
CREATE INDEX part_entity ON part (entity, role);
CREATE INDEX telling_meeting ON telling (meeting);
CREATE INDEX participant_entity ON participant (entity);
CREATE VIEW articles AS
SELECT a.id, a.published, a.publisher, a.headline, a.author, a.url, a.language, a.origin,
  (SELECT count(*) FROM statement s WHERE s.article = a.no) AS statements,
  (SELECT c.original FROM copy c WHERE c.article = a.no) AS copy_of,
  (SELECT b.text FROM body b WHERE b.article = a.no) AS text
FROM article a;
CREATE VIEW people AS
SELECT e.id, e.name, e.wikidata,
  (SELECT count(*) FROM mention m WHERE m.entity = e.no) AS articles,
  (SELECT count(*) FROM part p WHERE p.entity = e.no AND p.role = 'speaker') AS statements,
  (SELECT group_concat(name, ', ') FROM (SELECT DISTINCT j.value AS name FROM mention m, json_each(m.names) j WHERE m.entity = e.no ORDER BY 1)) AS names,
  (SELECT group_concat(office, '; ') FROM (
    SELECT DISTINCT iif(o.former, 'former ', '') || o.title || ' of ' || of.name AS office
    FROM office o JOIN entity of ON of.no = o.body WHERE o.person = e.no ORDER BY 1)) AS offices
FROM entity e WHERE e.kind = 'person';
CREATE VIEW offices AS
SELECT p.name AS person, o.title, b.name AS of, o.former, count(*) AS articles,
  min(a.published) AS first, max(a.published) AS last, max(o.confidence) AS confidence, p.id AS person_id, b.id AS of_id
FROM office o JOIN entity p ON p.no = o.person JOIN entity b ON b.no = o.body JOIN article a ON a.no = o.article
GROUP BY o.person, o.title, o.body, o.former;
CREATE VIEW statements AS
SELECT s.id, s.date, a.published,
  coalesce((SELECT group_concat(name, ', ') FROM (SELECT e.name FROM part p JOIN entity e ON e.no = p.entity WHERE p.statement = s.no AND p.role = 'speaker' ORDER BY p.place)), s.source) AS speaker,
  s.verb, s.act,
  (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM part p JOIN entity e ON e.no = p.entity WHERE p.statement = s.no AND p.role = 'addressee' ORDER BY p.place)) AS addressee,
  (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM part p JOIN entity e ON e.no = p.entity WHERE p.statement = s.no AND p.role = 'target' ORDER BY p.place)) AS target,
  s.text, s.quote, s.polarity, s.modality, s.confidence, s.sentence, a.headline, a.publisher, a.id AS article
FROM statement s JOIN article a ON a.no = s.article;
CREATE VIEW meetings AS
SELECT t.meeting AS id, t.date, t.status, t.mode, t.name,
  (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM participant p JOIN entity e ON e.no = p.entity WHERE p.article = t.article AND p.meeting = t.meeting ORDER BY 1)) AS participants,
  (SELECT e.name FROM entity e WHERE e.no = t.place) AS place, t.venue, t.confidence, a.published, a.id AS article
FROM telling t JOIN article a ON a.no = t.article;
CREATE VIEW copies AS
SELECT a.id AS article, a.publisher, a.published, a.headline, c.share, o.publisher AS original_publisher, o.published AS original_published, c.original
FROM copy c JOIN article a ON a.no = c.article LEFT JOIN article o ON o.id = c.original;
COMMIT;
PRAGMA application_id = 1852273249;
PRAGMA user_version = 1;
