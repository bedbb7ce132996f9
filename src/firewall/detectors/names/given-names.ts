/** Common given names, folded to lower case: a witness where a trigger alone is too weak. From the statistics offices' yearly lists. */
const LATIN =
  'aaron abdul abdullah abigail adam adrian adriana agnes agnieszka ahmad ahmed aidan aileen aisha alan albert alberto alejandra alejandro ' +
  'aleksandra alessandro alessandra alessia alex alexander alexandra alexandre alexis alfred ali alice alicia alina alison allison alma ' +
  'amanda amber amelia amir amira amy ana anastasia anders anderson andrea andreas andreea andrei andrew andrzej andré ' +
  'angel angela angelica angelina anita anja ann anna anne annette annie anthony antoine anton antonia antonio antónio april ariana ' +
  'arjun arthur arturo ashley astrid audrey aurora austin ava ayse ayşe barbara bartosz beata beatrice beatriz ben benjamin ' +
  'bernard bernd beth betty beverly bianca bill birgit björn bob bogdan bonnie brad bradley brandon brenda brent brett brian ' +
  'bridget brittany bruce bruno bryan caio caitlin cameron camila camille carl carla carlo carlos carmen carol carolina caroline carolyn ' +
  'carrie casey catarina catherine cathy cecilia chad charles charlie charlotte chelsea cheryl chiara chloe chris christian christina ' +
  'christine christoph christophe christopher cindy claire clara claude claudia claudio clément clifford colin connie connor corey ' +
  'courtney craig cristian cristina crystal curtis cynthia daisy dale damian dan dana daniel daniela daniele danielle danny darren ' +
  'dave david davide dawn dean deborah debra denise dennis derek diana diane diego dieter dimitri dmitri dominic dominik ' +
  'donald donna dora doris dorothy douglas duncan dustin dylan ebony eddie edgar edith eduardo edward edwin eileen elaine elena ' +
  'eleanor elias elif elisa elisabeth elizabeth ella ellen emilia emilie emilio emily emma emre enrico eric erica erik erika erin ' +
  'ernest erwin esther ethan eugene eva evan evelyn ewa fabio fatima fatma federico felipe felix fernanda fernando filip ' +
  'filipe fiona florence florian frances francesca francesco francis francisco françois frank franz fred frederick frederik friedrich ' +
  'gabriel gabriela gabriele gareth gary gavin geoffrey georg george gerald gerard gerhard gianluca gina giorgio giovanni giulia ' +
  'giuseppe gladys glen glenn gloria gonzalo gordon graham greg gregory greta guillaume guillermo gustav gustavo guy hannah hans hanna ' +
  'harold harriet harry hassan heather hector hedda heidi heike heinrich helen helena helga henri henrik henrique henry herbert ' +
  'hiroshi holger holly howard hugo hüseyin ian ibrahim ida ignacio igor ilse ines inga ingrid irene iris isaac isabel isabella isabelle ' +
  'ivan ivana jack jackie jacob jacqueline jacques jaime jake jakob jakub james jamie jan jana jane janet janice jasmine jason javier ' +
  'jay jean jeff jeffrey jelena jenna jennifer jenny jeremy jerome jerry jesse jessica jesús jill jim jimmy joan joana joanna joanne ' +
  'joão jodie joe joel johan johanna johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josephine josh joshua ' +
  'josé joyce juan juana juanita judith judy julia julian juliana julie julien juliette julio jürgen justin justyna karen karim karin ' +
  'karina karl karolina kasper katarina katarzyna kate katharina katherine kathleen kathryn kathy katie katrin kayla keith kelly ken ' +
  'kenneth kevin khadija khalid kim kimberly kirsten klara klaus kristen kristian kristin kristina krzysztof kumar kurt kyle lance lara ' +
  'larry lars laura lauren laurent lawrence lea leah lee leila lena leo leon leonard leonardo leonor leslie leticia liam ' +
  'lillian linda lindsay lisa liza logan lois lorenzo lori louis louise luca lucas lucia luciana lucy luigi luis luisa luiz lukas ' +
  'łukasz lynn mackenzie maciej madison magdalena magnus mahmoud maja malgorzata małgorzata manuel manuela marc marcel marcela marcelo marcin marco ' +
  'marcos marcus margaret margarita maria mariana marie mario marija marilyn marina marion marisa marjorie marko markus marlene marta ' +
  'martha martin martina mary maryam mateo mateusz mathias mathieu mathilde matteo matthew matthias maureen mauricio max maya megan ' +
  'mehmet meike melanie melinda melissa mia michael michaela michał michel michele michelle miguel mike mikael mikhail milan mildred mohamed ' +
  'mohammad mohammed moira molly monica monika morgan muhammad mustafa nadia nadine nancy naomi natalia natalie natasha nathan nathaniel ' +
  'neil nicholas nick nicola nicolas nicole niels nikola nikolai nina noah noel nora norma nuno nur olaf oleg olga oliver olivia ' +
  'olivier omar oscar oskar otto owen pablo paige pamela paola paolo patricia patrick paul paula paulina paulo pavel pedro peggy penelope ' +
  'per peter petra petr phil philip philipp philippe phillip phyllis pierre pilar piotr priya rachel rafael rainer raj rajesh ralph ' +
  'ramon randall randy raquel raul ray raymond rebecca regina renata renate rene rhonda ricardo richard rick ricky riccardo rita rob ' +
  'robert roberta roberto robin rodrigo roger roland rolf roman ronald rosa rosemary ross roy ruben russell ruth ryan sabine sabrina ' +
  'sally salma sam samantha samir samuel sandra sanjay santiago sara sarah saskia scott sean sebastian sergei sergey sergio seth shannon ' +
  'sharon shaun shawn sheila shirley sidney silvia simon simona simone sofia sofie sonia sonja sophia sophie stacy stanisław stanley ' +
  'stefan stefania stefanie stefano stella stephan stephanie stephen steve steven stuart sunita susan susana susanne suzanne svetlana sven ' +
  'sylvia tamara tanya tara tatiana ted teresa terry theodore theresa thiago thomas tiago tiffany tim timothy tina tobias todd tom ' +
  'tomas tomasz toni tony tracy travis trevor tyler ulrich ulrike ursula uwe valentina valeria valerie vanessa vera veronica ' +
  'veronika victor victoria viktor viktoria vincent vincenzo viola virginia vivian vladimir walter wanda warren wayne wendy werner ' +
  'wilhelm william willie wojciech wolfgang xavier yasmin yolanda yusuf yves yvonne zachary zainab zeynep zoe zofia åsa åke øystein ' +
  'thị văn nguyen nguyễn trần lê phạm minh hương siti budi dewi putri agus';

const CYRILLIC =
  'александр александра алексей алина алла анастасия анатолий андрей анна антон антонина аркадий артем артём богдан борис валентин валентина ' +
  'валерий валерия варвара василий василиса вера вероника виктор виктория виталий владимир владислав вячеслав галина геннадий георгий григорий ' +
  'даниил дарья денис дмитрий евгений евгения егор екатерина елена елизавета иван игорь илья инна ирина карина кирилл константин ксения ' +
  'лариса лев леонид лидия любовь людмила максим маргарита марина мария михаил надежда наталия наталья никита николай нина оксана олег олеся ' +
  'ольга павел петр пётр полина роман руслан светлана семен семён сергей софия станислав степан тамара татьяна тимофей федор фёдор юлия юрий яна ярослав ' +
  'олександр олексій андрій василь віктор володимир дмитро іван ірина катерина микола михайло наталія оксана олена петро сергій тетяна юлія юрій ' +
  'георги димитър иванка мария стоян петър никола јован марко милица никола стефан';

const GREEK =
  'γιώργος γεώργιος νίκος νικόλαος μαρία ελένη γιάννης ιωάννης κατερίνα αικατερίνη δημήτρης δημήτριος κώστας κωνσταντίνος σοφία άννα βασίλης χρήστος παναγιώτης αλέξανδρος ευαγγελία αναστασία';

export const GIVEN_NAMES: ReadonlySet<string> = new Set(`${LATIN} ${CYRILLIC} ${GREEK}`.split(' '));
