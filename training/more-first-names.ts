/** First names and short forms that faker's locales lack, written down by us. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const ENGLISH_FIRST =
  words(`Chuck Barb Greg Bob Rob Bill Will Jim Tim Tom Ted Ned Ed Eddie Fred Freddie Frank Hank Harry Larry Gary Barry Terry
Jerry Perry Kerry Sherry Cherry Mike Mick Mickey Nick Rick Ricky Dick Vic Vicky Nicky Becky Betsy Betty Beth Liz Lizzie Eliza Lisa Lise Kate Katie Kathy Kathleen
Cathy Cate Kit Kitty Pat Patty Patsy Peggy Meg Maggie Margie Marge Margo Molly Polly Dolly Sally Sal Sue Susie Suzy Suzanne Susan Ann Anne Annie Anna Hannah Joan
Joanne Joanna Jo Joe Joey Josie Jess Jessie Jessica Jen Jenny Jennifer Jan Jane Janet Janice Jean Jeanne Jeanette June Judy Julie Julia Jill Gill Gillian Linda Lynn
Lynda Lyn Laura Lauren Laurie Lori Lorraine Loraine Louise Lou Louis Lucy Lucille Luke Mark Marc Marcus Martin Marty Mary Marie Maria Mariah Marilyn Marion Martha Matt
Matthew Matty Max Maxine Maureen Megan Melanie Mel Melissa Meredith Michelle Shelly Mildred Mindy Miriam Mitch Monica Morgan Muriel Myra Nancy Naomi Natalie Nathan Nate
Neil Niall Nigel Nora Norma Norman Oliver Ollie Olivia Oscar Otis Owen Pam Pamela Patricia Patrick Paul Paula Pauline Penny Pete Peter Phil Philip Phillip Phoebe Phyllis
Priscilla Rachel Ralph Randy Ray Rebecca Reggie Renee Rex Rhonda Richard Rita Robert Roberta Robin Rod Rodney Roger Roland Ron Ronnie Rosa Rose Rosemary Rosie Ross Roxanne
Roy Ruby Russ Russell Ruth Ryan Sam Sammy Samantha Samuel Sandra Sandy Sarah Sara Scott Sean Shane Shannon Sharon Shawn Sheila Shirley Sid Sidney Simon Sophie Spencer Stacy
Stan Stanley Stella Steph Stephanie Stephen Steve Steven Stu Stuart Sylvia Tammy Tanya Tara Teddy Teresa Tess Theo Theodore Theresa Thomas Tiffany Tina Toby Todd Tommy Toni
Tony Tracy Traci Trent Trevor Trish Troy Tyler Val Valerie Vanessa Vera Vern Vernon Veronica Victor Victoria Vince Vincent Viola Violet Virginia Vivian Wade Wally Walt Walter
Wanda Warren Wayne Wendy Wes Wesley Whitney Wilbur Wilma Winston Yolanda Yvette Yvonne Zach Zachary Zack Zoe Abby Abigail Adam Adrian Agnes Aidan Al Alan Allan Allen Albert
Alec Alex Alexander Alexandra Alexis Alf Alfie Alfred Alice Alicia Alison Allison Alma Amanda Amber Amelia Amy Andrea Andrew Andy Angela Angie Angus Anita Annette Anthony
April Archie Arlene Arnold Arthur Ashley Audrey Austin Ava Barbara Beatrice Ben Benjamin Benny Bernard Bernice Bernie Bert Bertha Bessie Bette Beverly Billy Blake Blanche
Bobby Bonnie Brad Bradley Brandon Brenda Brendan Brent Bret Brett Brian Bridget Brittany Brooke Bruce Bryan Bud Buddy Burt Byron Caitlin Caleb Calvin Cameron Candace Carl
Carla Carlos Carol Carole Caroline Carolyn Carrie Casey Cassandra Catherine Cecil Cecilia Celia Chad Charlene Charles Charlie Charlotte Chelsea Cheryl Chester Chloe Chris
Chrissy Christian Christie Christina Christine Christopher Christy Cindy Claire Clara Clarence Clark Claude Claudia Clay Clayton Cliff Clifford Clint Clive Clyde Cody Colin
Colleen Connie Connor Conor Constance Cora Corey Cory Courtney Craig Cristina Crystal Curt Curtis Cynthia Daisy Dale Damian Dan Dana Daniel Danielle Danny Darlene Darrell
Darren Darryl Daryl Dave David Dawn Dean Deanna Deb Debbie Deborah Debra Declan Dee Deirdre Delia Della Denise Dennis Derek Derrick Desmond Diana Diane Dianne Dolores Don
Donald Donna Doris Dorothy Doug Douglas Drew Duane Duncan Dustin Dwayne Dwight Dylan Earl Eddy Edgar Edith Edmund Edna Edward Edwin Eileen Elaine Eleanor Elena Eli Elijah
Elinor Elisa Elizabeth Ella Ellen Ellie Elliot Elmer Elsie Emily Emma Eric Erica Erik Erin Ernest Ernie Esther Ethan Ethel Eugene Eunice Eva Evan Eve Evelyn Faith Fay Faye
Felicia Felix Fern Fiona Flora Florence Floyd Frances Francis Francine Gabriel Gail Gavin Gayle Gene Geoff Geoffrey George Georgia Gerald Geraldine Gerard Gerry Gilbert Gina
Gladys Glen Glenn Glenda Gloria Gordon Grace Graham Grant Greta Gus Guy Gwen Harold Harriet Harvey Hazel Heather Hector Heidi Helen Helena Henry Herb Herbert Herman Hilary
Hilda Hillary Holly Homer Hope Horace Howard Hubert Hugh Hugo Ian Ida Ina Ingrid Ira Irene Iris Irma Irving Isaac Isabel Ivan Ivy Jack Jackie Jacob Jacqueline Jaime Jake
James Jamie Jared Jasmine Jason Jasper Jay Jayne Jeff Jeffrey Jemma Jeremy Jerome Jesse Joel John Johnny Jon Jonathan Jordan Joseph Josephine Josh Joshua Joy Joyce Juan
Juanita Judith Julian Justin Kara Karen Karl Katherine Kathryn Katrina Kay Kayla Keith Kelly Kelsey Ken Kenneth Kenny Kent Kevin Kieran Kim Kimberly Kirk Krista Kristen
Kristin Kristina Kurt Kyle Lance Latoya Lawrence Leah Lee Leigh Len Lena Leo Leon Leonard Leroy Leslie Lester Lewis Liam Lila Lillian Lily Lionel Lloyd Lois Lola Lorna Luther
Lydia Lyle Mabel Mack Madison Mae Malcolm Mandy Marcia Margaret Marjorie Marlene Marsha Marshall Marvin Mason Maurice Mavis Melinda Melvin Mia Michael Miguel Miles Millie Milton
Minnie Moira Mona Monique Morris Murray Myrtle Nadia Nadine Ned Nellie Nelson Nicholas Nicola Nicole Nina Noah Noel Noelle Nolan Octavia Odessa Omar Opal Ophelia Orlando
Caoimhe Aoife Niamh Siobhan Saoirse Sinead Roisin Ciara Eoin Oisin Cillian Padraig Eamon Fergus Hamish Callum Ewan Lachlan Rhys Gareth Dylan Cerys Sian Gwyneth Catriona Mairi`);
export const POLISH_FIRST =
  words(`Zbigniew Andrzej Piotr Krzysztof Stanisław Tomasz Paweł Józef Marcin Marek Michał Grzegorz Jerzy Tadeusz Adam Łukasz Ryszard Dariusz Henryk Mariusz
Kazimierz Wojciech Robert Mateusz Marian Rafał Jacek Janusz Mirosław Maciej Sławomir Jarosław Kamil Wiesław Roman Władysław Jakub Artur Zdzisław Edward Mieczysław Damian Dawid Przemysław
Sebastian Czesław Leszek Daniel Waldemar Anna Maria Katarzyna Małgorzata Agnieszka Barbara Krystyna Ewa Elżbieta Zofia Teresa Magdalena Joanna Janina Monika Danuta Jadwiga Aleksandra
Halina Irena Beata Marta Dorota Helena Karolina Grażyna Jolanta Iwona Marianna Natalia Bożena Stanisława Justyna Paulina Urszula Alicja Renata Sylwia Agata Patrycja Izabela Ewelina Wanda
Weronika Genowefa Kinga Hanna Zuzanna Julia Maja Lena Oliwia Wiktoria Antoni Szymon Franciszek Filip Mikołaj Aleksander Kacper Igor Oskar Bartosz Bartłomiej Kasia Gosia Asia Tomek Bartek`);
export const SPANISH_FIRST =
  words(`José Antonio Manuel Francisco Juan Pedro Jesús Ángel Miguel Javier Fernando Luis Sergio Jorge Alberto Pablo Álvaro Adrián Diego Raúl Rubén Enrique Ramón Vicente Andrés
Joaquín Santiago Eduardo Víctor Roberto Jaime Ignacio Alfonso Ricardo Salvador Emilio Gonzalo Julián Tomás Agustín Rodrigo Hugo Mateo Lucas Martín Nicolás Gabriel Iván Óscar Marcos Mario Héctor
Guillermo Gustavo César Rafael Felipe Arturo Esteban Hernán Germán Rodolfo Leonardo Mauricio Cristóbal Fidel Evo Nelson Wilson Edgar Omar Ernesto María Carmen Ana Isabel Dolores Pilar Josefa Teresa Rosa
Cristina Ángeles Antonia Francisca Laura Mercedes Julia Luisa Concepción Lucía Elena Marta Sara Paula Raquel Manuela Beatriz Patricia Silvia Rocío Montserrat Encarnación Rosario Inmaculada Sofía Alba
Irene Nuria Sandra Mónica Yolanda Sonia Margarita Susana Inés Esther Verónica Natalia Andrea Alejandra Daniela Valentina Camila Valeria Gabriela Mariana Ximena Guadalupe Lupe Pepe Paco Pancho Nacho Chema
Maite Itziar Ainhoa Leire Iker Unai Aitor Jordi Montse Núria Xavier Marc Pau Oriol Nerea Yeison Yuliana Yesenia Milagros Consuelo Remedios Soledad Amparo Graciela Norma Estela Griselda Ofelia`);
export const PORTUGUESE_FIRST =
  words(`José João António Antônio Francisco Carlos Paulo Pedro Lucas Luiz Luís Marcos Gabriel Rafael Daniel Marcelo Bruno Eduardo Felipe Filipe Raimundo Rodrigo Manuel Manoel Mateus
André Fernando Fábio Leonardo Gustavo Guilherme Leandro Tiago Thiago Anderson Ricardo Márcio Jorge Sebastião Alexandre Roberto Edson Diego Vitor Sérgio Cláudio Matheus Geraldo Adriano Luciano Júlio Renato
Alex Vinícius Rogério Samuel Ronaldo Mário Flávio Igor Douglas Davi Jeferson Cícero Victor Miguel Robson Maurício Danilo Henrique Caio Reginaldo Joaquim Benedito Gilberto Marco Alan Nelson Cristiano Elias
Wilson Valdir Emerson Luan David Renan Severino Fabrício Mauro Jonas Gilmar Jean Fabiano Wesley Diogo Adilson Jair Alessandro Everton Osvaldo Gilson Willian Joel Silvio Hélio Maicon Reinaldo Pelé Zico Itamar
Maria Ana Francisca Antônia Adriana Juliana Márcia Fernanda Patrícia Aline Sandra Camila Amanda Bruna Jéssica Letícia Júlia Luciana Vanessa Mariana Gabriela Vera Vitória Larissa Cláudia Beatriz Rita Luana
Sônia Renata Eliane Josefa Simone Natália Cristiane Carla Débora Rosângela Jaqueline Rosa Daniela Aparecida Marlene Terezinha Raimunda Andréia Fabiana Lúcia Raquel Ângela Rafaela Joana Luzia Elaine Daniele
Regina Daiane Alessandra Isabel Tatiane Elisângela Helena Inês Conceição Fátima Graça Teresa Catarina Inês Sofia Leonor Matilde Carolina Margarida Benedita Duarte Gonçalo Afonso Nuno Rui Vasco Mafalda Tatiana`);
export const NORDIC_FIRST =
  words(`Lars Mikael Anders Johan Erik Per Peter Thomas Karl Jan Daniel Fredrik Hans Bengt Mats Andreas Stefan Bo Sven Leif Nils Jonas Magnus Ulf Martin Kjell Tommy Göran Håkan Roland Mattias
Björn Patrik Rolf Roger Ingemar Christer Tomas Olof Ola Gustav Gunnar Arne Åke Torbjörn Kent Rickard Kurt Axel Viktor Emil Albin Elias Hugo Ludvig Filip Anton Linus Rasmus Jesper Joakim Kristoffer Henrik Niklas
Maria Anna Margareta Elisabeth Eva Birgitta Kristina Karin Elisabet Marie Ingrid Christina Sofia Linnéa Kerstin Marianne Lena Helena Inger Johanna Emma Linda Cecilia Malin Elin Anita Sara Ulla Annika Gunilla Susanne
Viktoria Åsa Ida Hanna Monica Camilla Astrid Barbro Jenny Agneta Britt Siv Ann-Marie Gun Katarina Yvonne Sonja Moa Ebba Wilma Tove Saga Maja Alva Signe Freja Märta Greta Ylva
Jens Michael Søren Niels Christian Jørgen Henning Ole Finn Poul Kaj Knud Svend Bent Erling Flemming Preben Torben Steen Carsten Claus Kim Bjarne Allan Frank Morten Jesper Mads Rasmus Kasper Simon Anne Kirsten Mette Hanne
Helle Susanne Lene Marianne Inge Karen Birthe Pia Lone Gitte Tina Jette Birgit Annette Bente Dorthe Jytte Ulla Else Inger Charlotte Louise Camilla Lise Vibeke Grethe Ruth Lis Rikke Trine Stine Sine Line Signe Maiken Iver
Ivan Ib Aage Viggo Vagn Holger Ejnar Einar Asger Troels Mogens Palle Uffe Villy Lasse Kurt Johnny Brian Dennis Ronni Jan Bjørn Ole Kjell Odd Arne Svein Knut Terje Geir Tor Rune Trond Tore Øyvind Stein Harald Sverre
Håkon Sigurd Olav Einar Ragnar Asbjørn Vidar Frode Roar Rolf Espen Petter Eirik Sindre Kristian Henrik Sondre Ingrid Liv Randi Kari Berit Bjørg Solveig Gerd Åse Turid Wenche Astrid Marit Anne-Marie Tone Hilde Grete Kjersti
Sissel Ragnhild Synnøve Siri Silje Ida Thea Nora Emilie Maren Vilde Tuva Juhani Johannes Olavi Antero Tapani Kalevi Tapio Matti Mikael Ilmari Pekka Heikki Jussi Timo Jari Kari Markku Jukka Mika Antti Juha Hannu Seppo Eero Esa
Pertti Pentti Risto Ville Ari Petri Sami Marko Janne Teemu Toni Harri Raimo Reijo Veli Kimmo Arto Maria Helena Johanna Anneli Kaarina Marjatta Hannele Liisa Tuulikki Ritva Leena Pirjo Tarja Päivi Sari Anne Satu Minna
Kirsi Riitta Eila Aino Helmi Venla Eevi Sanna Niina Heidi Katja Mari Tiina Outi Sirpa Merja Raija`);
export const INDIAN_FIRST =
  words(`Rahul Rohit Amit Sumit Anil Sunil Sanjay Vijay Ajay Rajesh Ramesh Suresh Mahesh Ganesh Dinesh Mukesh Naresh Rakesh Vikram Vikas Vivek Vinod Manoj Ashok Arjun Karan Nikhil Sachin Saurabh Gaurav
Abhishek Abhinav Aditya Akash Ankit Arun Ashish Deepak Harish Jatin Kunal Lokesh Mohan Naveen Nitin Pankaj Prakash Pradeep Pranav Praveen Raghav Ravi Rishi Sameer Sandeep Satish Shashi Shivam Siddharth Srinivas Tarun
Tushar Varun Yash Priya Pooja Neha Nisha Anjali Kavita Sunita Anita Rekha Meena Geeta Sita Radha Lakshmi Deepa Divya Swati Shweta Sneha Shruti Ritu Rina Asha Usha Uma Padma Parvati Savitri Sushma Vandana Preeti Kirti
Aarti Aditi Ananya Isha Kiran Mansi Nandini Pallavi Priyanka Rashmi Sanjana Shilpa Smita Sonal Tanvi Vidya Vaishnavi Aishwarya Indira Jyoti Lata Malini Manisha Madhuri Harpreet Gurpreet Manpreet Jaspreet Amarjit Baljit
Balwinder Imran Salman Shahrukh Farhan Aamir Zafar Rizwan Asif Nadeem Kashif Shabana Nasreen Parveen Rukhsana Thilini Nimal Sunil Kumara Chaminda Dilshan Kamala Bishnu Ramesh Sita`);
export const FRENCH_FIRST =
  words(`Thierry Yannick Loïc Gaël Maël Erwan Ronan Yves Guy Rémi Rémy Jérôme Stéphane Sébastien Frédéric Cédric Ludovic Fabrice Fabien Didier Gilles Gérard Bernard Marcel Roger Raymond Lucien Fernand
Armand Edouard Édouard Étienne Grégoire Aurélien Baptiste Bastien Benoît Clément Corentin Damien Dorian Florent Florian Guillaume Hervé Jocelyn Kévin Léo Mathieu Matthieu Maxime Mickaël Nathanaël Quentin Régis Romain
Sylvain Tanguy Théo Tristan Valentin Xavier Amélie Anaïs Apolline Aurélie Bénédicte Brigitte Capucine Carole Céline Chantal Clémence Clotilde Coralie Delphine Dominique Élise Éloïse Émilie Estelle Fabienne Françoise
Gaëlle Geneviève Ghislaine Hélène Isabelle Jacqueline Jocelyne Joëlle Laëtitia Laure Laurence Léa Liliane Lucie Magali Manon Marine Marion Martine Mathilde Maud Mélanie Michèle Monique Muriel Myriam Nadège Noémie Océane
Odile Pascale Pauline Raphaëlle Sabine Sandrine Simone Solange Solène Sylvie Valérie Véronique Virginie Yvette Zoé`);
