/**
 * Words passwords are commonly made of, in letters and digits only; digits at either end and repetitions are cut
 * before the comparison. The known lists of leaked passwords, kept to what is left once twelve characters are asked
 * for, with the words Romanian, Bulgarian and English speakers reach for first.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  [
    // sequences of the keyboard, the alphabet and the numbers
    '1234567890 0123456789 123456789012 1234567890123 12345678901234 123456789123 987654321098 0987654321',
    '098765432109 112233445566 111222333444 121212121212 123123123123 123412341234 147258369147 159753159753',
    'qwerty qwertyui qwertyuiop qwertyuiopas qwertyuiopasdf qwertzuiop azertyuiop asdfgh asdfghjkl asdfghjklzxcv',
    'zxcvbnm zxcvbnmasdf qazwsx qazwsxedc qazwsxedcrfv qweasdzxc qweasd 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t',
    '1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5y6 poiuytrewq mnbvcxz lkjhgfdsa abcdefgh abcdefghij abcdefghijkl abcdef',
    'abcdefghijklm a1b2c3d4 a1b2c3d4e5f6 abc123 abcd1234 zaq12wsx zaq1xsw2 1a2b3c4d5e6f йцукен явертъ чшертъ',
    'явертъуиоп явертъуиопшщ чявертъ абвгдежзийкл',
    // what the word for it is
    'password passwort passw0rd pa55word p4ssword p4ssw0rd passphrase mypassword newpassword thepassword yourpassword',
    'parola parolamea parolata parolanoua noupass parola1 parolasecreta parolatami mojaparola парола паролата',
    'моятапарола новапарола секретнапарола changeme changemenow changeit letmein letmeinnow opensesame secret',
    'topsecret secretpassword welcome welcomeback welcometo bineativenit bunvenit dobredoshli добредошли default',
    'temporary temppassword temp1234 guest administrator admin adminadmin administrator1 rootroot superuser',
    'supervisor sysadmin manager master masterkey system server computer laptop internet desktop windows',
    // names, places, clubs and feelings
    'romania bulgaria românia българия bucuresti bucharest constanta craiova calarasi giurgiu dobrich dobric',
    'vidin montana vratsa vraca pleven ruse silistra sofia plovdiv varna burgas dunarea dunav dunareadunav дунав',
    'софия пловдив варна русе видин силистра плевен добрич враца монтана danube europeanunion interreg',
    'steaua steauabucuresti dinamo rapid levski cska ludogorets liverpool manchester manchesterunited barcelona',
    'realmadrid juventus chelsea arsenal football fotbal iloveyou iloveyouso iubire tevoiubi teiubesc teiubescmult',
    'iubireamea dragostea dragostemea obichamte obichamteas обичамте обичамтемного sunshine princess superman batman',
    'spiderman starwars pokemon dragon monkey shadow michael jennifer jessica ashley daniel alexandru alexandra',
    'andreea cristina cristian gabriela ionela maria mariana elena georgiana georgi ivanov dimitar dimitrov',
    'georgiev petrov popescu ionescu nicoleta nikolay nikolov christmas summer winter autumn spring primavara',
    'пролет лятото зимата football123 baseball basketball trustno1 whatever freedom success samsung google',
    'googlegoogle facebook instagram microsoft nothing hello helloworld salut salutare zdravei zdraveite здравей',
    'goodmorning motdepasse contrasena passpass testtest testing testpassword test1234test demo demodemo demopassword',
    'soccoop soccooperation cooperation cooperare сътрудничество asistentasociala socialassistance anpis',
  ].flatMap((line) => line.split(' ')),
);
