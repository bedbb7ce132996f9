/** Capitalised words that follow a trigger and begin no name. Lower case. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    'a about absolutely access account accounts action actually address admin administrator advisor after afternoon agent ai all also am an analyst ' +
    'and android angular any anyone apache api app apple application applications apr architect are array as asap asc associate async at ' +
    'attn aug author authors auto available aws azure back backend base basic be beautiful because before best beta big board body boolean both ' +
    'boss browser build builder bus but button buyer by c cache call can candidate captain card cc center chair check chief children chrome class ' +
    'cli click client clients cloud club code colleague colleagues college command committee common community company component ' +
    'config connection constructor consultant consumer contact content context control controller coordinator copy copyright core corporation could counsel ' +
    'customer customers css csv current data database date day db dear debug dec december default define delete department design designer ' +
    'desktop dev developer developers device devops did diese dieser dir director directory display do doc docker docs document does doe domain down ' +
    'draft each easter edge edit editor element else email employee employees empty end engine engineer engineering english enter enterprise ' +
    'entity enum environment error every everybody everyone example exception executive extension external false family fan feb february ' +
    'field file files filter finance first florida folder folks font for foreman form format foundation framework france french friday friend friends from ' +
    'front frontend full function future game general generic german get git github give gmail go god golang good google government grand group guest gui guys ' +
    'had happy has have he head header headquarters health hello help her here hey hi high hiring his home hope hospital host hotel how ' +
    'html http https i icon id if im image in inc index indeed info information inner input inside inspector install instance institute int integer intel interface ' +
    'intern internal international internet invalid investor invoice ios is issue it item items its jan january java javascript jeder job join jpg jr json july june ' +
    'junior just key kind kinds kit label last later latest law lead leader learn left legal let level lib library license like line link linux list ' +
    'local location log login long looking ltd mac madam madame main make management manager managing many map march markdown market marketing master maximum may ' +
    'me media medical member members menu merry message messages method microsoft middle minimum mission mobile mode model module monday money more morning most mother mr mrs ms ' +
    'music must my mysql n na name names native need network never new news next nginx night no node none north not note nothing notice nov november now npm ' +
    'null number object oct october of off office officer offline old on once one online only open operator option options or oracle order organization original ' +
    'other others our out output over owner package page pages panel parent parents parser part partner partners party password path patient pay ' +
    'payment pdf people permission person phone photo php plan platform player please plugin png po point policy port position post postgres ' +
    'power premium president press price prime principal private pro process producer product production professor profile program programmer project ' +
    'promise property protocol provider public publisher pull purchase push python quality query question quick quite random re read reader ready really receipt ' +
    'recipient record recruiter red reference regarding regards region register release remote report repository request required research reset resident response rest result return ' +
    'returns review reviewer right role room root rows ruby rule run rust safari sale sales same sample santa saturday save say school science script ' +
    'search second secret secretary section security see select self seller senior sent sept september server service services session set setting settings ' +
    'several shall she shell shop should show sign simple since single sir sirs site size slack small so social software solutions some someone something source south ' +
    'specialist sql staff standard start state states statement static status step still stop storage store stories string strong student students studio style ' +
    'subject submit subscriber success such summer sunday supervisor supplier support sure sure system systems table tag target task teacher team teams tech technical ' +
    'technology temp tenant test tester testing text thank thanks that the their them then there therefore these they thing third this those thread through thursday ' +
    'time title to today together token tomorrow too tool top total town track traffic trail training transaction treasurer true trustee try tuesday tv twitter two type ' +
    'typescript ui uncle undefined under united university unix unknown until up update url us usa use used user username users using utc valued value ' +
    'variable various vendor version very vice video view visa visitor visual void vue want warning was watch way we web webpack website wednesday week welcome well ' +
    'were west what when where which while white who whoever why wife wifi wiki wikipedia window windows winner with within without women word ' +
    'wordpress work worker world would writer www xml yaml year yes you your yours zip zone ' +
    'kolleginnen kollegen mitarbeiterinnen mitarbeiter gäste freunde freundinnen eltern mitglieder leser leserinnen teilnehmer nachbarn schüler familie community ' +
    'collègues amis membres parents lecteurs colegas compañeros vecinos socios lectores usuario usuarios colleghi amici soci utente koledzy ' +
    'коллеги друзья клиент клиенты покупатель покупатели пользователь пользователи господа дамы родители читатели колеги друзі ' +
    'herr frau herren damen kunde kunden team liebe lieber sehr das die der ein eine ich wir und oder nicht es ist sie mein meine vielen danke mit freundlichen ' +
    'señor señora señores cliente clientes amigo amigos equipo estimado estimada el la los las un una que por para con gracias usted ' +
    'monsieur madame messieurs mesdames client clients tous toutes équipe le les je vous nous il elle votre merci ' +
    'senhor senhora senhores todos equipe você o os uma obrigado signore signora signori tutti gentile il lo gli ' +
    'państwo panie panowie wszyscy dzień dobry klient alla alle kunden kære kund allemaal klant heer mevrouw ' +
    'europe european america american british england english spanish italian italia deutsch deutschland africa asia chinese china japan japanese indian india ' +
    'russian russia canada canadian australia mexico mexican berlin york spain italy germany brazil poland dutch swedish polish portuguese ' +
    'christmas halloween thanksgiving internet muslim jewish catholic bible lord ' +
    'no. none. unknown. n/a tbd todo fixme lorem ipsum foo bar baz acme'
  ).split(' '),
);
