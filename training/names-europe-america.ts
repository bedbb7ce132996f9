/** Given names, short forms and surnames of Europe and the Americas, written down by us. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What English speakers call each other. */
export const SHORT_FORMS =
  words(`Abby Addie Al Alec Alex Alfie Allie Ally Andi Andy Angie Annie Archie Art Artie Barb Barbie Barney Bart Bea Becca Becky
Ben Benji Benny Bernie Bert Bertie Bess Bessie Beth Betsy Betty Bill Billie Billy Bob Bobbie Bobby Brad Bram Brett Bri Cal Callie Cam Candy Carrie Casey
Cass Cassie Cath Cathy Charlie Chaz Cher Chet Chloe Chris Chrissie Christie Chuck Cindy Clem Cliff Clint Con Connie Corey Cory Dan Dani Danny Darcy Dave
Davey Deb Debbie Debs Dee Del Denny Derry Des Dex Dick Dicky Dolly Don Donnie Donny Doreen Dot Dottie Doug Drew Dustin Eddie Eddy Effie Ella Elle Ellie
Elsie Em Emmy Ernie Essie Ethan Evie Faye Fern Flo Flossie Frankie Fran Francie Fred Freddie Freddy Gabby Gabe Gail Gary Gene Geoff Georgie Gerry Gert
Gertie Gil Ginny Gordy Greg Greta Gus Gwen Hal Hank Harry Hattie Heidi Hettie Howie Hugh Hughie Ike Izzy Jack Jackie Jake Jamie Jan Janie Jay Jeannie Jeb
Jed Jeff Jen Jenn Jennie Jenny Jerry Jess Jessie Jill Jilly Jim Jimbo Jimmy Jo Jodie Jody Joe Joey Johnnie Johnny Jonny Jools Josh Josie Jud Judy Jules
Kat Kate Katie Kathy Katy Kay Ken Kenny Kev Kiki Kim Kirsty Kit Kitty Kris Kristy Larry Lars Lenny Leo Les Lex Lexi Libby Lil Lilly Linda Lindy Liz Liza
Lizzie Lizzy Lon Lonnie Lottie Lou Louie Lucy Luke Lyn Lynn Mac Maddie Maddy Madge Maggie Mags Mamie Mandy Manny Marge Margie Margo Marty Marv Mat Matt
Mattie Maud Max Maxie Mel Meg Megan Mick Mickey Mikey Mike Millie Milly Mimi Mindy Minnie Missy Mitch Moe Molly Monty Mort Nan Nancy Nat Nate Natty Ned Nell
Nellie Nettie Nic Nick Nicki Nicky Nikki Nino Noel Nora Norm Ollie Oz Ozzie Paddy Pam Pat Patsy Patti Patty Paulie Peg Peggy Penny Perry Pete Petey Phil Pip
Poll Polly Prue Rafe Ralph Randy Ray Rayray Reg Reggie Ren Rich Richie Rick Rickie Ricky Rita Rob Robbie Robby Robin Rod Roddy Roger Rolly Ron Ronnie Ronny Rory
Roz Rosie Roxy Rudy Rusty Sadie Sal Sally Sam Sammy Sandy Sasha Scotty Seb Shane Shaz Shell Shelly Sherry Sid Sonny Stacey Stan Stella Stef Steph Steve
Stevie Stew Stu Sue Susie Suzie Suzy Syd Tabby Tad Tammy Ted Teddy Terri Terry Tess Tessa Theo Tilly Tim Timmy Tina Tish Toby Todd Tom Tommy Toni Tony Tori
Tracy Trev Tricia Trish Trixie Trudy Ty Val Vera Vern Vicki Vickie Vicky Vic Vince Vinnie Viv Wally Walt Wes Wilf Will Willie Wills Willy Win Winnie Woody
Zach Zack Zak Zoe`);

export const ENGLISH_MORE_FIRST =
  words(`Aaliyah Adalynn Addison Adelaide Adeline Aiden Ainsley Alana Alaina Alannah Alayna Aleah Alena Alessia Alexa
Alexis Alfred Alicia Alisha Alison Alissa Alivia Alma Alondra Alvin Alyson Alyssa Amari Amaya Amber Amelie Amiyah Anastasia Andre Angel Angelica Angelina
Aniyah Annabel Annabelle Annalise Annika Ansley Anton Antoine April Arabella Ariana Arianna Ariel Arlo Armando Arturo Asa Asher Ashlee Ashleigh Ashley
Ashlyn Ashton Aspen Athena Atticus Aubree Aubrey Audrina Augustus Aurelia Aurora Autumn Ava Avery Axel Ayden Ayla Bailey Barrett Beau Beckett Bella Bentley
Bethany Bianca Blaine Blair Blake Blakely Bodhi Boyd Braden Brady Braelynn Branden Brandon Brandy Brantley Braxton Brayden Breanna Brenda Brendan Brenna
Brennan Brent Brianna Bridger Bridget Briggs Brielle Bristol Britney Brittany Brittney Brock Brodie Brody Bronwyn Brooke Brooklyn Bruce Bryce Brylee
Bryson Byron Cade Caden Caitlin Caitlyn Calvin Cameron Camille Camryn Carissa Carl Carla Carlton Carly Carmen Carson Carter Cayden Cedric Celeste Chad
Chance Chandler Chanel Charity Charlene Charlotte Chase Chastity Chelsea Chelsey Cherie Cheyenne Christa Clara Clarence Clarissa Clark Clayton Cleo Clinton
Clive Clyde Cody Colby Cole Coleen Colette Colin Colleen Collin Colt Colton Conner Connor Conor Cooper Cora Coraline Corbin Cordelia Corinne Cortney Courtney
Craig Crystal Curtis Cynthia Daisy Dakota Dale Dallas Dalton Damian Damien Damon Dana Dane Danica Danielle Dante Daphne Darla Darlene Darnell Darrell Darren
Darryl Darwin Dashawn Dawn Dawson Deandre Deanna Declan Deidre Deirdre Delaney Delia Delilah Delores Demetrius Denise Dennis Denver Derek Derrick Desiree
Desmond Destiny Devin Devon Dexter Diana Diane Dianna Dianne Dillon Dion Dixie Dominic Dominick Donna Donovan Dora Dorothy Douglas Drake Duane Duncan Dwayne
Dwight Earl Easton Ebony Edgar Edith Edmund Edna Edward Edwin Eileen Elaina Elaine Eldon Eleanor Elena Eli Eliana Elias Elijah Elise Elisha Eliza Elizabeth
Ella Elle Ellen Elliana Elliot Elliott Ellis Eloise Elroy Elsa Elton Elvis Elyse Emerson Emery Emilia Emily Emma Emmanuel Emmett Enid Enzo Erica Erik Erika Erin
Esme Esmeralda Estelle Esther Etta Eugene Eunice Eva Evan Evangeline Eve Evelyn Everett Everly Ezekiel Ezra Fallon Farrah Fatima Felicia Felicity Felix Finley
Finn Finnegan Fiona Flora Florence Floyd Forrest Francesca Francine Franklin Freda Freya Gabriella Gage Galen Gareth Garrett Garth Gavin Gemma Genesis Genevieve
George Georgia Georgina Geraldine Gideon Gilbert Gillian Gina Giovanni Giselle Gladys Glen Glenda Glenn Gloria Grace Gracie Graham Grant Grayson Greer Gretchen
Greyson Griffin Gwendolyn Hadley Hailey Haleigh Haley Hallie Hamilton Hannah Harley Harlow Harmony Harold Harper Harriet Harrison Harvey Haven Hayden Hayley
Hazel Heath Heather Heidi Helen Henrietta Henry Herbert Hilary Hillary Holden Holly Hope Horace Howard Hubert Hudson Hugo Hunter Imogen Imani India Ingrid
Irvin Isabella Isabelle Isaiah Isaias Isla Israel Ivor Jace Jada Jaden Jadon Jaelyn Jamal Janae Janelle Janet Janette Janice Janine Jaqueline Jared Jarod
Jaron Jarrett Jarvis Javier Javon Jaxon Jaxson Jayda Jayden Jayla Jayson Jazmin Jean Jeanette Jeanne Jeannette Jenna Jennifer Jensen Jeremiah Jermaine
Jerald Jericho Jerrod Jessica Jillian Jimena Joan Joann Joanna Joanne Jocelyn Joelle Johanna Jolene Jonas Jorge Jorja Jordyn Josefina Josiah Joselyn Journey
Judah Judd Jude Judson Julia Juliana Julianna Julianne Julie Juliet Juliette Julio Julius June Juniper Justine Kadence Kaelyn Kaiden Kailey Kaitlin Kaitlyn
Kaleb Kali Kallie Kameron Kamila Kamryn Kane Karina Karissa Karla Karly Karsyn Karter Kasey Kassandra Kassidy Kathleen Kathryn Kaylee Kayleigh Kaylie Kaylin Keaton
Keegan Keira Keisha Kelli Kellie Kelton Kelvin Kendall Kendra Kendrick Kenna Kennedy Kenya Kenzie Kerri Kerry Keyla Khloe Kiana Kiara Kiera Kieran Kiley
Kimber Kingsley Kingston Kinley Kinsley Kirsten Knox Kobe Kody Kolton Krystal Kyla Kylee Kyleigh Kyler Kylie Kyra Lacey Laila Lainey Lana Landon Landry Lane Laney
Langston Lara Larissa Latasha Latonya Laura Laurel Lauren Laurence Laurie Lauryn Lawson Layla Layton Leandra Leann Leanna Leanne Leilani Leland Lennox Leona Leroy
Leticia Levi Lewis Leyla Liana Lilah Lilian Liliana Lilith Lillie Lincoln Lindsay Lindsey Linnea Lisa Livia Logan Londyn London Lonnie Lorelei Lorena Lorenzo Loretta Lori
Lorraine Louis Louisa Louise Lucas Lucia Lucille Lucinda Lucy Luna Luther Lyla Lyndon Lynette Lynne Lyric Macey Mackenzie Maci Macie Macy Madalyn Maddox Madeleine
Madeline Madelyn Madilyn Maeve Magnolia Maia Maisie Maison Makayla Makenna Makenzie Malachi Malcolm Malia Malik Mallory Mara Marcella Marcus Margot Mariah
Mariana Maribel Marilyn Marina Marion Marisa Marisol Marissa Maritza Mark Marlee Marley Marlin Marlon Marnie Marquis Marta Martha Martin Marvin Maryann Mateo
Mathew Matilda Matthew Maura Maureen Maverick Maxine Maximus Maxwell Maya Mckayla Mckenna Mckenzie Mckinley Meadow Meghan Melanie Melissa Melody Melvin Mercedes
Mercy Meredith Messiah Mia Micah Michaela Micheal Michele Michelle Mikaela Mikayla Mila Milan Milena Milo Mina Mira Miracle Miranda Miriam Misty Mitchell Mohamed Molly
Morgan Morris Moses Muriel Mya Myles Myra Myrna Nadine Naomi Natalia Natalie Natasha Nathan Nathaniel Nayeli Nehemiah Neil Nelson Neriah Nevaeh Neville Nia Nichole
Nicolas Nigel Noelia Noemi Nola Norma Norman Nova Nyla Oakley Octavius Olive Oliver Olivia Olympia Omari Opal Ora Orla Orion Orson Oscar Osmond Otis Owen Paige Paisley
Paloma Pamela Paris Parker Patience Patrice Patricia Patrick Paul Paula Paulette Pauline Paxton Payton Pearl Penelope Percy Peter Peyton Philip Phillip Phoebe
Phoenix Phyllis Pierce Piper Porter Precious Presley Preston Princess Priscilla Quincy Quinn Quinton Rachael Rachel Rae Raegan Raelynn Raina Ralph Ramona Randal
Randall Raphael Raquel Raven Raymond Reagan Rebecca Rebekah Reece Reed Reese Regan Reid Reina Remington Remy Rene Renee Reuben Rex Reyna Rhea Rhett Rhiannon Rhoda
Rhonda Rhys Ricardo Richard Riley River Robert Roberta Rochelle Rocky Roderick Rodney Rohan Roland Romeo Rosalie Rosalind Rosalyn Rosanna Rosanne Rose Roseanne Roselyn
Rosemary Ross Rowan Roxanne Roy Royce Ruben Ruby Rufus Russell Ruth Ryan Ryder Ryker Rylan Rylee Ryleigh Sabrina Sadie Sage Salvador Samantha Samara Samson
Samuel Sandra Saniyah Santiago Sara Sarah Sarai Savanna Savannah Sawyer Scarlett Scott Sean Selah Selena Selina Serena Serenity Seth Shana Shania Shanice Shannon
Shari Sharon Shaun Shauna Shawn Shawna Shayla Shea Sheena Sheila Shelby Sheldon Shelia Sheri Sherman Sherri Sherrie Sheryl Shirley Shyanne Sidney Sienna Sierra
Silas Simeon Simon Simone Skye Skylar Skyler Sloan Sloane Sofia Solomon Sonia Sophia Sophie Spencer Stacy Stanley Stefan Stefanie Stephanie Stephen Sterling Steven
Stewart Stuart Summer Susan Susanna Susannah Sutton Suzanne Sybil Sydney Sylvester Sylvia Tabitha Talia Tallulah Tamara Tamia Tamika Tamsin Tania Tanisha Tanner Tanya Tara
Tasha Tatiana Tatum Tatyana Taylor Teagan Teresa Terence Terrance Terrell Thad Thaddeus Thea Thelma Theodora Theodore Theresa Thomas Tiana Tiara Tiffany Timothy Titus
Tobias Tonya Tracey Travis Trent Trenton Trevor Trey Trina Trinity Tristan Tristen Troy Tucker Turner Tyler Tyra Tyree Tyrell Tyrese Tyrone Tyson Ulysses Una
Uriah Uriel Ursula Valarie Valentina Valeria Valerie Vanessa Vaughn Velma Vera Verity Vernon Veronica Victor Victoria Vincent Viola Violet Virgil Virginia Vivian Viviana
Vivienne Wade Walker Wallace Walter Wanda Warren Waverly Wayne Wendell Wendy Wesley Weston Whitney Wilbur Wilfred Willa Willard William Willow Wilma Winston Winter
Wyatt Xander Xavier Ximena Yasmine Yolanda Yvette Yvonne Zachariah Zachary Zane Zara Zion Zoey Zuri`);

export const PORTUGUESE_MORE_FIRST =
  words(`Abel Abílio Acácio Adalberto Adão Ademar Ademir Adelaide Adelino Adélia Adilson Adolfo Afonso Agostinho Aílton Alan
Alaor Albano Alberto Albertina Alceu Alcides Alcino Alda Aldair Aldo Alessandra Alexandra Alfredo Alice Alícia Almir Aloísio Altair Aluísio Álvaro Alzira
Amadeu Amália Américo Amílcar Anabela Anderson Andreia Andreza Andressa Angélica Aníbal Anselmo Antero Antonella Ariana Ariel Arlete Arlindo Armando Arminda
Arnaldo Arthur Artur Ary Augusta Augusto Aurélio Aurora Ayrton Baltazar Bárbara Bartolomeu Belmiro Benjamim Berenice Bernardo Bernardino Bianca Boaventura Breno
Brenda Brígida Camilo Cândida Cândido Carlota Carmen Carmo Cassiano Cássio Cátia Cecília Celeste Célia Celina Celso Cesário César Cidália Cíntia Clarice
Clarissa Clóvis Conceição Constança Cristina Cristóvão Custódio Dalila Dalva Damião Dário Débora Deise Delfim Delfina Denílson Denise Deolinda Desidério Diana Dilma
Dinis Dirce Dirceu Djalma Domingos Dora Dorival Dulce Durval Edgar Edílson Edinho Edite Edivaldo Edmundo Edna Eduarda Efigênia Elaine Elbio Élcio Eleonora Elias Elisa
Elisabete Elói Elvira Ely Emanuel Emanuela Emília Emílio Enzo Érica Érico Ermelinda Ernâni Ernesto Esmeralda Estela Estêvão Eugénia Eugénio Eugênio Eulália Eunice Eurico
Eusébio Eva Evandro Evaristo Expedito Ezequiel Fabíola Fausto Feliciano Felisberto Félix Fidel Filipa Filomena Firmino Flávia Flor Florbela Florinda Franco Frederico
Gabriela Genésio Genival Geovana Gerson Getúlio Gil Gilda Gilberta Giovana Giovanni Gisela Gisele Giselle Glauber Glauco Gleisi Glória Graciete Graciliano Graziela
Guiomar Heitor Helder Hélder Heloísa Henriqueta Hermano Hermes Hermínia Hildebrando Horácio Hortência Humberto Iara Ieda Ilda Inácio Iracema Irineu Isabela Isabella
Isadora Isaías Isidoro Ismael Israel Itamar Ivan Ivete Ivo Ivone Izabel Jacinta Jacinto Jacira Jader Jaime Janaína Jandira Januário Jarbas Jeremias Jerónimo Jerônimo
Jacques Joaquina Jocelino Jonathan Jordana Josué Jovita Juarez Jucelino Judite Julieta Juliano Júlia Juscelino Juvenal Kátia Kauã Kelly Laércio Laís Lara Laura
Laurinda Lauro Lázaro Leandra Leila Lélia Leocádia Leonel Leônidas Leonilde Leopoldo Leila Lia Lídia Lígia Lília Liliana Lina Lívia Lorena Lourdes Lourenço Lourival Luan
Luana Lucélia Lucila Lucília Lucinda Ludmila Luísa Luíza Luzia Magali Magda Magno Maísa Malu Manuela Mara Marcela Márcia Marcílio Marcelina Marcolino Margarete Maria
Mariano Marília Marilena Marilda Marina Marinete Mário Marisa Marlon Marta Martim Mateus Maurícia Mauro Maximiano Melissa Mercedes Messias Micaela Milena Milton Mirela
Miriam Moacir Moacyr Moisés Mônica Mónica Nádia Nair Natanael Neide Nélida Nélson Neusa Neuza Nicolau Nicole Nilo Nilson Nilton Nilza Nivaldo Noémia Noêmia Norberto
Octávio Odair Odete Odília Olavo Olga Olímpio Olinda Orlando Oscar Osmar Osvaldina Oswaldo Otávio Otília Palmira Pascoal Patrício Paula Paulina Pietra Pietro Plínio
Priscila Quirino Quitéria Rachel Raíssa Ramiro Raul Rebeca Regiane Régis Renan Reinaldo Renato Ricardina Rita Roberta Roberval Rodolfo Rogéria Romário Romeu Romildo
Romilda Roque Rosa Rosália Rosalina Rosana Rosane Rosário Roseli Rosemary Rubem Rubens Rúben Rui Ruth Ruy Salete Salomé Salvador Samanta Samara Sandro Sara Sarah Saul
Saulo Selma Serafim Sheila Sidnei Sidônio Sílvia Sílvio Simão Simões Solange Sofia Soraia Stella Suely Susana Suzana Tadeu Taís Tainá Talita Tamires Tânia Tarcísio
Tarsila Tatiana Telma Telmo Teodoro Teófilo Tereza Teresinha Thaís Thales Ticiana Tito Tomás Tomé Toninho Tristão Ulisses Umberto Urbano Úrsula Valdemar Valdemir Valdete
Valdir Valdomiro Valentim Valentina Valéria Valério Valmir Valquíria Valter Vanda Vanderlei Vanderley Vanessa Vânia Vasco Venâncio Verónica Verônica Vicente Vicência Vilma
Vinicius Virgílio Virgínia Virgínia Viriato Vítor Viviane Wagner Waldemar Waldir Walter Wanda Wanderley Wellington Wendel Weverton William Wilma Wladimir Xavier
Yara Yasmin Yuri Zacarias Zaira Zeca Zeferino Zélia Zenaide Zilda Zita Zulmira`);
export const PORTUGUESE_MORE_SURNAMES =
  words(`Abrantes Abreu Afonso Agostinho Aguiar Alcântara Aleixo Alencar Almada Amado Amaral Amaro Amorim Anacleto Andrade
Andreazza Anjos Antunes Aparício Aragão Araripe Araújo Arantes Arruda Assis Assunção Ataíde Avelar Avelino Azambuja Azeredo Azevedo Bacelar Baldaia Baltazar Bandeira
Baptista Barata Barbalho Barbosa Barcelos Barreto Barreiros Barroca Barros Barroso Bastos Batista Belchior Beltrão Benevides Bentes Bento Bernardes Bernardino Bessa Bettencourt
Bicalho Bittencourt Boaventura Boavida Bonfim Borba Borges Botelho Braga Bragança Branco Brandão Brás Brito Bueno Bulhões Cabral Caetano Caiado Caldas Caldeira Calado Calheiros Camargo
Câmara Camilo Campelo Campos Canário Cândido Canelas Canha Cantanhede Capistrano Cardim Cardoso Cardozo Carmo Carneiro Carrasco Carreira Carrilho Carvalhal Carvalhais Carvalho
Casimiro Castanheira Castelo Castilho Castro Catarino Cavaco Cavalcante Cavalcanti Cerqueira Cesário Chagas Chaves Cid Coelho Colaço Conceição Cordeiro Corrêa Correia Cortês Corte-Real Coutinho
Couto Covas Crespo Crivella Cruz Cunha Custódio Damasceno Damásio Dantas Delgado Dias Diniz Dinis Domingos Domingues Dornelles Duarte Dutra Eanes Esteves Evangelista Fagundes Falcão Faria
Farias Feijó Feitosa Félix Fernandes Ferrão Ferraz Ferreira Ferro Figueira Figueiredo Figueiroa Filgueiras Filipe Fogaça Fonseca Fontes Fontoura Fraga Fragoso França Franco Freire
Freitas Frias Frota Furtado Gadelha Galvão Gama Garcez Garrido Gaspar Genro Godinho Goes Góis Gomes Gonçalves Gondim Goulart Gouveia Graça Gralha Granja Gregório Guedes Guerra Guerreiro
Guimarães Gusmão Henriques Hilário Homem Holanda Ildefonso Inácio Jacinto Jardim Jatene Jereissati Jesus Jobim Jordão Jorge Junqueira Kubitschek Lacerda Lage Lagos Lameira Lamego Landim Laranjeira
Leal Leão Leite Leitão Leme Lemos Lessa Lima Linhares Lins Lira Lisboa Lobato Lobo Loureiro Lourenço Louro Lousada Lucena Ludovico Luz Macedo Machado Maciel Madeira Madureira Mafra Magalhães
Magno Maia Malafaia Maluf Malta Mamede Marcelino Marinho Marins Mariano Marques Marreiros Martinho Martins Mascarenhas Matias Matos Mattos Maurício Medeiros Meira Meireles Meirelles Melo
Mello Mendes Mendonça Menezes Meneses Mesquita Milhazes Miranda Modesto Monteiro Montenegro Moraes Morais Morato Moreira Morgado Mota Motta Moura Mourão Moutinho Muniz Murta Nabuco Nascimento
Natividade Negrão Negreiros Neiva Neto Neves Niemeyer Nobre Nóbrega Nogueira Noronha Novaes Novais Nunes Oliveira Ornelas Ortigão Osório Outeiro Pacheco Padilha Paes Pais Paiva Palma Palocci
Parente Passos Patrício Paulino Paz Pederneiras Pedroso Pedrosa Peixoto Penha Penteado Pequeno Peralta Perdigão Pereira Pessoa Pestana Picciani Pimenta Pimentel Pinheiro Pinho Pinto Pio Pires
Pitta Poças Ponte Pontes Portela Portella Porto Portugal Prado Prates Prestes Proença Quadros Queiroga Queirós Queiroz Quental Quintana Quintas Quintela Rabelo Ramalho Ramos Rangel Raposo Rebelo Rego
Reis Rezende Resende Ribas Ribeiro Rios Rocha Rodrigues Roriz Rosa Rosado Rousseff Ruas Sá Sabino Sales Salgado Salgueiro Salles Salvador Sampaio Sanches Sant'Anna Santana Santiago Santos
São-Pedro Saraiva Sardinha Sarmento Sarney Seabra Seixas Sepúlveda Sequeira Serpa Serra Severino Silva Silveira Silvestre Simas Simões Siqueira Soares Sobral Sócrates Sodré Sousa Souto Souza
Suplicy Tavares Távora Taveira Teixeira Teles Telles Temer Teodoro Tinoco Toledo Tomás Torres Tourinho Travassos Trindade Valadares Valente Valentim Vale Valério Vargas Varela Vasconcelos Vasques Vaz
Veiga Velho Veloso Velloso Ventura Vergueiro Veríssimo Viana Vianna Vicente Vidal Viegas Vieira Vigário Vilaça Vilar Vilela Vilhena Villela Virgílio Viterbo Xavier Zagallo`);

export const SPANISH_MORE_SURNAMES =
  words(`Abad Abellán Acevedo Acosta Aguado Águila Aguilar Aguilera Aguirre Alarcón Alba Albarracín Alcaraz Alcántara Alfaro Aliaga
Almagro Almonte Alonso Alvarado Álvarez Amador Amaya Anaya Andrade Andújar Angulo Antón Aparicio Aragón Arana Aranda Arango Araya Arce Arcos Arellano Arenas Arévalo Arias
Ariza Armas Arnau Arriaga Arroyo Arteaga Avendaño Ávila Ayala Aznar Báez Ballesteros Baltasar Bañuelos Barba Barragán Barrera Barrientos Barrios Barroso Batista Bautista Becerra Bejarano
Beltrán Benavente Benavides Benítez Bermejo Bermúdez Bernal Berrios Betancourt Blanco Blanes Blasco Bolaños Bonilla Borja Borrego Bravo Briones Briseño Bueno Burgos Bustamante Bustos Caballero
Cabello Cabezas Cabrera Cáceres Calderón Calero Calle Calvo Camacho Camarena Campos Canales Cano Cantú Cárdenas Cardona Carmona Carranza Carrasco Carrera Carrillo Carrión Carvajal Casanova Casas
Castañeda Castaño Castellanos Castilla Castillo Castro Ceballos Centeno Cepeda Cerda Cervantes Céspedes Chacón Chamorro Chávez Cifuentes Cisneros Clemente Cobos Collado Conde Contreras
Córdoba Cordero Cornejo Corona Coronado Corrales Correa Cortés Cortez Costa Crespo Cruz Cuadrado Cuellar Cuesta Cuevas Dávila Delgado Domínguez Duarte Dueñas Durán Echeverría Elizondo
Enríquez Escalante Escobar Escribano Escudero Espinosa Espinoza Esparza Esquivel Esteban Estévez Estrada Fajardo Farías Feliciano Fernández Ferrer Fierro Figueroa Flores Fonseca Franco Frías Fuentes
Gaitán Galán Galarza Galindo Gallardo Gallego Gallegos Galván Gálvez Gamboa Gámez Garay García Garibay Garrido Garza Gil Giménez Giraldo Godoy Gómez González Granados Guardado Guerra Guerrero Guevara Guillén
Gutiérrez Guzmán Haro Henríquez Heredia Hermosillo Hernández Herrera Herrero Hidalgo Hinojosa Huerta Hurtado Ibáñez Ibarra Iglesias Illescas Izquierdo Iturbe Jaimes Jaramillo Jáuregui Jiménez
Juárez Jurado Lara Larios Laureano Leal Ledesma Leiva Lemus León Lerma Leyva Linares Llamas Llorente Loaiza Lobato Lomeli Londoño López Lorenzo Losada Lozada Lozano Lucero Lugo Luján Luna Luque Macías Madrid Madrigal Magaña
Maldonado Manrique Manzano Marcos Marín Márquez Marrero Martín Martínez Mascareñas Mata Mateos Maya Mayorga Medina Medrano Mejía Meléndez Melgar Menchaca Méndez Mendoza Menéndez Merino Mesa Meza Miguel Millán Miranda
Mojica Molina Monroy Montalvo Montaño Montañez Montenegro Montero Montes Montiel Montoya Mora Morales Moran Moreno Moya Munguía Muñoz Murillo Nájera Naranjo Narváez Nava Navarrete Navarro Negrete Negrón Nevárez Nieto Nieves Noriega
Núñez Ocampo Ocasio Ochoa Ojeda Olivares Olivera Olmos Olvera Ordóñez Orellana Ornelas Orozco Ortega Ortiz Osorio Otero Ovalle Oviedo Pabón Pacheco Padilla Páez Palacios Palomino Paredes Pardo Parra Pascual Pastor Patiño Paz Pedraza Pelayo
Peña Peralta Perea Pereira Pérez Pineda Pizarro Plaza Polanco Ponce Porras Portillo Posada Prado Prieto Puente Puga Quezada Quijano Quintana Quintanilla Quintero Quiñones Quiroga Quiroz Rael Ramírez Ramón Ramos Rangel Raya Razo Redondo
Rendón Rentería Reséndez Restrepo Rey Reyes Reyna Reynoso Ríos Rincón Rivas Rivera Rivero Robledo Robles Rocha Rodríguez Rojas Roldán Rolón Román Romero Roque Rosado Rosales Rosario Rosas Roybal Rubio Rueda Ruiz Saavedra Saenz
Salas Salazar Salcedo Salcido Saldaña Salgado Salinas Salmerón Samaniego Sánchez Sandoval Sanabria Santacruz Santamaría Santana Santiago Santillán Santos Sanz Sarabia Saucedo Segovia Segura Sepúlveda Serna Serra Serrano Serrato Sevilla Sierra Silva
Sisneros Solano Solís Soliz Solorio Soria Soriano Sosa Sotelo Soto Suárez Tafoya Tamayo Tapia Tejada Tejeda Téllez Tello Terán Terrazas Tirado Toledo Toro Torres Tórrez Trejo Treviño Trujillo Ugarte Ulloa Urbina Urías Uribe Urrutia Valdés Valdez Valdivia Valencia
Valentín Valenzuela Valladares Valle Vallejo Valles Valverde Varela Vargas Vásquez Vázquez Vega Velasco Velázquez Vélez Vera Verdugo Vergara Vicente Vidal Viera Vigil Villa Villagómez Villalba Villalobos Villalpando Villanueva Villar Villarreal Villaseñor Villegas Vivas
Yáñez Ybarra Zambrano Zamora Zamudio Zapata Zaragoza Zárate Zavala Zayas Zelaya Zepeda Zúñiga Zurita`);
export const SPANISH_MORE_FIRST =
  words(`Abel Abigail Abril Ada Adela Adelina Adolfo Adriana Agustina Alan Aldana Aldo Alejandro Alexis Alfredo Alicia Alma Alonso Amalia Amanda Amelia Amparo Ana Anabel Anahí Anastasio Ángela Angélica
Anselmo Antonella Antonieta Ariadna Ariana Ariel Armando Arnulfo Asunción Augusto Aurelio Aurora Azucena Baltasar Bárbara Bartolomé Basilio Bautista Begoña Belén Benicio Benito Benjamín Bernarda Bernardino Bernardo Berta Bianca Blanca Braulio Brenda Bruno
Caetano Camilo Candela Candelaria Caridad Carla Carlos Carlota Carolina Casandra Casimiro Catalina Cayetano Cecilia Celestino Celia Claudia Claudio Clemente Constanza Cruz Cynthia Dafne Dalia Damaris Damián Dámaso Daniela Darío David Débora Delia Delfina Demetrio Desiderio
Domingo Dora Dulce Edgardo Edith Eduarda Efraín Eladio Elba Eleonora Elías Elisa Elisabet Eloísa Eloy Elsa Elvira Ema Emanuel Emiliana Emiliano Emilia Encarna Eneko Enriqueta Epifanio Érica Ernestina Esmeralda Esperanza Estefanía Estela Estrella Eugenia Eugenio Eulalia Eusebio Eva Evangelina
Evaristo Ezequiel Fabián Fabiola Facundo Fátima Faustino Federica Federico Feliciano Felicidad Félix Fermín Fernanda Fidelia Filomena Flavia Flor Florencia Florencio Fortunato Franca Franco Froilán Gael Gaspar Genaro Genoveva Gerardo Gilberto Gisela Gloria Gregorio Greta Guillermina Hector
Heriberto Herminia Hilario Hilda Horacio Hortensia Humberto Ignacia Ileana Imelda Inocencio Isaac Isabela Isadora Isaías Isidora Isidro Ismael Iván Ivonne Jacinta Jacinto Jacobo Jazmín Jerónimo Jesusa Jimena Joaquina Joel Jonás Jonathan Josefina Josué Juana Juanito Julieta Juliana Julio Justo
Karina Karla Katia Laureano Lautaro Lázaro Leandro Leonel Leonor Leopoldo Leticia Lidia Liliana Lilia Lina Lisandro Livia Lola Lorena Lorenzo Lourdes Luciano Luciana Lucila Lucio Ludmila Luisana Luz Macarena Magali Magdalena Maite Malena Manolo Mar Marcelo Marcela Marcial Maricela Maribel
Mariano Maricarmen Marina Marisa Marisol Maritza Marlene Martina Matilde Matías Mauricio Mauro Máximo Maximiliano Mayra Melchor Melina Melisa Mercedes Micaela Milagro Milena Minerva Mireia Mireya Miriam Modesto Moisés Montserrat Morena Myriam Nadia Nahuel Narciso Natividad Nazario
Nélida Néstor Nicanor Nicolasa Nieves Nina Noa Noelia Noemí Norberto Octavio Odalys Olga Olivia Orlando Osvaldo Pamela Paloma Pascual Pastora Patricio Paulina Paulino Perla Petra Petrona Pío Plácido Policarpo Porfirio Priscila Purificación Quique Rafaela Ramona Rebeca Regina Reinaldo
Renata Renato Reyes Reynaldo Rigoberto Rita Roberta Rodrigo Rogelio Román Romina Romualdo Roque Rosalía Rosalinda Rosana Rosaura Rosendo Roxana Rufino Ruth Sabina Sabrina Salomé Samanta Samuel Sandro Santos Saúl Sebastián Segismundo Selena Serafín Severino Silvestre Silvio Simón Sol Tadeo Tamara
Tania Tatiana Telmo Teodora Teodoro Teófilo Teresita Thiago Timoteo Trinidad Tristán Ulises Urbano Úrsula Valentín Valeriano Vanesa Verónica Victoriano Vilma Virginia Virgilio Viviana Wilfredo Wilmer Xiomara Yadira Yago Yamila Yanina Yasmina Yolanda Zacarías Zaira Zoraida Zulema`);
