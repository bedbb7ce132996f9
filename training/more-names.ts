/**
 * Names faker's locales lack or hold only in another script, written down by us: frequent surnames by country (public statistics
 * offices publish them as facts) and names transliterated as their bearers write them in Latin letters.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const CHINESE_SURNAMES =
  words(`Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie
Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Lo Chan Wong Cheung
Lau Leung Ho Ng Lam Kwok Chow Tsang Hsu Tsai Chang Kuo Chiang Fung Tam Yeung Mak Ip Hui Xiong Qian Qiu Hou Shao Meng Long Wan Duan Lei
Qin Shi Gu Mao Hao Gong Bai Fan Fang Kong Cui Kang Qi Yan Yin Jin Wen`);
export const CHINESE_GIVEN =
  words(`Wei Fang Min Jing Li Qiang Lei Jun Yang Yong Yan Jie Juan Tao Ming Chao Xiuying Xia Ping Gang Hui Hong
Xin Yu Ting Hao Na Lin Bo Bin Feng Kai Mei Ling Ying Xiaoming Xiaoli Jianguo Guoqiang Zhiwei Yifan Zihan Yuxuan Haoran Xinyi Ruoxi Jiahui
Meiling Xiuli Weiming Zhihao Junjie Yuhan Siyu Chunhua Guiying Lihua Wenjie Xueqin Zhen Shu Rui Jia Qing Yun Shan Cheng Peng Dan Xue Hua
Jian Zhong Guang Wen Long Ka-Ming Wai-Lam Siu-Ming Mei-Ling Chi-Keung Kin-Wah Tsz-Yan Wing-Yan Hoi-Yan Shu-Fen Chih-Ming Ya-Ting`);
export const JAPANESE_SURNAMES =
  words(`Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki
Yamaguchi Matsumoto Inoue Kimura Hayashi Shimizu Yamazaki Mori Abe Ikeda Hashimoto Ishikawa Yamashita Ogawa Ishii Hasegawa Okada Goto
Fujita Kondo Maeda Endo Aoki Sakamoto Murakami Ota Kaneko Fujii Fukuda Nishimura Miura Takeuchi Nakajima Okamoto Matsuda Harada Nakano
Ono Tamura Fujiwara Nakagawa Kojima Wada Ishida Ueda Morita Hara Shibata Sakai Kudo Yokoyama Miyazaki Miyamoto Uchida Takagi Ando Ohno
Imai Kono Fujimoto Murata Takeda Ueno Sugiyama Masuda Hirano Oshima`);
export const JAPANESE_GIVEN =
  words(`Haruto Yuto Sota Yuki Hayato Haruki Ryota Kenji Takashi Hiroshi Satoshi Akira Daisuke Kazuki Makoto
Naoki Shinji Taro Jiro Ichiro Kenta Shota Tsubasa Ren Riku Sakura Hana Yui Aoi Hina Rin Mio Yuna Misaki Ayumi Keiko Yoko Naoko Tomoko
Yumi Akiko Kumiko Mayumi Michiko Noriko Sachiko Emi Mika Rika Chihiro Haruka Kaori Megumi Miyuki Nanami Asuka Ayaka Hideki Hiroki Isamu
Katsuo Koji Masato Minoru Noboru Osamu Shigeru Susumu Tatsuya Tetsuya Toshio Yasuo Yoshio Kaito Shun Itsuki`);
export const KOREAN_SURNAMES =
  words(`Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Yoo Hong Jeon
Ko Moon Yang Son Bae Baek Heo Nam Shim Noh Ha Joo Koo Min Ryu Chung Rhee Pak Yi`);
export const KOREAN_GIVEN =
  words(`Min-jun Seo-jun Ji-ho Ye-jun Do-yun Joo-won Ji-hoon Jun-seo Hyun-woo Sung-min Young-ho Ji-min Soo-jin
Hye-jin Eun-ji Seo-yeon Ji-woo Min-seo Ha-eun Yuna Jiwoo Minho Jisoo Hyejin Sungho Youngmi Eunji Jihye Seulgi Taehyung Jungkook Seokjin
Yoongi Hoseok Namjoon Jimin Haneul Dongwook Minji Soyeon Chaewon Dae-jung Kyung-soo Mi-sook Young-ja Sang-hoon Jae-hyun Woo-jin Bo-ra
Ga-young Na-ri Sun-hee`);
export const ARABIC_GIVEN =
  words(`Mohammed Muhammad Mohamed Ahmed Ali Omar Hassan Hussein Khalid Youssef Ibrahim Abdullah Mustafa Mahmoud
Karim Tariq Bilal Hamza Samir Nabil Rashid Faisal Saeed Salim Walid Ziad Anwar Jamal Imran Adnan Amir Yasin Ismail Osama Hisham Marwan
Nasser Fatima Aisha Maryam Zainab Layla Leila Noor Nour Amina Khadija Yasmin Salma Hana Rania Dina Huda Samira Nadia Farah Sara Mona Lina
Reem Rasha Amal Iman Sahar Zahra Abdulaziz Abdulrahman Abdel-Rahman Saad Fahad Turki Majid Sultan Hadi Reza Hossein Mehdi Parisa Shirin
Navid Arash Babak Farhad Darius Cyrus Mahsa Nasrin Soraya Azadeh Kaveh Bahram`);
export const ARABIC_SURNAMES =
  words(`Al-Farsi Al-Masri Al-Sayed Al-Hashimi Al-Rashid Al-Saud Al-Amin Al-Najjar Al-Khatib Al-Zahrani
Al-Ghamdi Al-Otaibi Al-Harbi Al-Qahtani El-Sayed El-Masry El-Amin Haddad Khoury Mansour Nasser Saleh Hamdan Hussein Ibrahim Khan Khalil
Aziz Farouk Fayed Hakim Jabbar Kassem Malik Mahmoud Mustafa Naji Omar Qureshi Rahman Sabbagh Shaheen Sharif Suleiman Tahan Younes Zaki
Zidane Abbas Abboud Abdullah Ahmadi Hosseini Rezaei Karimi Mohammadi Moradi Ebrahimi Jafari Tehrani Shirazi Bakr Darwish Ghanem Habib
Hamid Issa Kanaan Maalouf Najm Odeh Rahal Saad Sleiman Tannous Bouzid Benali Cherif Belhadj Mansouri Idrissi Alaoui Bennani Tazi`);
export const INDIAN_SURNAMES =
  words(`Sharma Verma Gupta Singh Kumar Patel Shah Mehta Desai Joshi Iyer Iyengar Nair Menon Pillai Reddy Rao Naidu
Krishnan Subramanian Venkatesan Chatterjee Banerjee Mukherjee Das Sen Bose Ghosh Dutta Roy Chowdhury Agarwal Aggarwal Bansal Jain Kapoor
Khanna Malhotra Chopra Arora Bhatia Sethi Gill Sandhu Dhillon Grewal Kaur Trivedi Pandey Mishra Tiwari Dubey Shukla Srivastava Saxena
Mathur Bhatt Kulkarni Deshpande Patil Jadhav Shinde Pawar More Kale Gokhale Hegde Shetty Kamath Pai Bhat Gowda Murthy Natarajan Raghavan
Ramanathan Srinivasan Sundaram Thakur Chauhan Rathore Yadav Chaudhary Ansari Siddiqui Sheikh Hussain Qureshi Fernandes D'Souza Pereira
Perera Silva Fernando Jayawardena Wickramasinghe Bandara Rajapaksa Gunawardena Begum Akhtar Islam Hossain Rahman Chowdhury Khatun`);
export const AFRICAN_NAMES =
  words(`Adebayo Adeyemi Okafor Okonkwo Eze Nwosu Chukwu Obi Balogun Afolabi Ogunleye Olatunji Abubakar Bello Musa
Danjuma Mensah Owusu Boateng Asante Appiah Osei Agyeman Addo Kamau Mwangi Otieno Odhiambo Njoroge Wanjiru Kipchoge Kiptoo Mutua Ochieng
Omondi Achieng Banda Phiri Mwale Zulu Dlamini Nkosi Ndlovu Khumalo Mokoena Molefe Tshabalala Mabuza Sithole Moyo Ncube Sibanda Diallo
Traore Keita Coulibaly Kone Toure Sow Ndiaye Diop Fall Gueye Cisse Camara Bah Barry Sarr Mbaye Faye Sissoko Ouattara Kabila Tshisekedi
Mbeki Habimana Uwimana Mugisha Nkurunziza Tesfaye Bekele Abebe Haile Kebede Girma Alemu Tadesse Worku Gebre Mulugeta`);
export const AFRICAN_GIVEN =
  words(`Chinedu Chidi Emeka Ngozi Amaka Chiamaka Ifeoma Nneka Uche Obinna Ikenna Kelechi Oluwaseun Temitope Folake
Yetunde Babatunde Ayodele Kwame Kofi Kwesi Yaw Kojo Akua Abena Ama Esi Efua Adwoa Wanjiku Njeri Nyambura Wambui Akinyi Atieno Baraka Juma
Hamisi Neema Zuberi Thabo Sipho Themba Lerato Naledi Nomvula Zanele Thandiwe Ayanda Mandla Bongani Tendai Tafadzwa Rudo Chipo Farai
Mamadou Ousmane Aminata Fatou Ibrahima Moussa Seydou Mariam Awa Khady Cheikh Abdoulaye Selam Hana Dawit Yonas Tigist Almaz Meseret
Biniam Abel Zola Imani Amara Ayo Sade Tunde Femi Kunle Segun`);
export const VIETNAMESE_SURNAMES =
  words(`Nguyen Tran Le Pham Huynh Hoang Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Trinh Doan Truong Luong Mai
Nguyễn Trần Lê Phạm Huỳnh Hoàng Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Trương Lương`);
export const TURKISH_MORE =
  words(`Yilmaz Kaya Demir Celik Sahin Yildiz Aydin Ozturk Arslan Dogan Kilic Aslan Cetin Kara Koc Kurt Ozdemir
Erdogan Polat Bulut Ozkan Simsek Aksoy Gunes Bozkurt Acar Korkmaz Avci Unal Yavuz`);
export const HEBREW_NAMES =
  words(`Cohen Levi Mizrahi Peretz Biton Dahan Avraham Friedman Malka Azoulay Katz Yosef Ben-David Shapiro Goldberg
Rosenberg Weiss Amar Ohana Gabay Shalom Bar-Lev Ben-Ami Ben-Gurion Netanyahu Barak Sharon Rabin Peres Golan Segal Stern Adler Kaplan`);
export const HEBREW_GIVEN =
  words(`Noam Ariel Itai Eitan Yonatan Moshe Avi Shlomo Yael Noa Tamar Shira Talia Michal Rivka Rachel Miriam Dov
Gideon Uri Oren Ronen Gal Lior Tomer Yossi Ehud Shimon Yitzhak Menachem Golda Tzipi Ayelet Hadas Inbar Orly`);

export const ENGLISH_SURNAMES =
  words(`Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson
Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King
Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner
Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly
Howard Ramos Cox Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel
Myers Long Ross Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Gonzales Fisher Vasquez Simmons
Graham Murray Ford Castro Marshall Owens Harrison Fernandez McDonald Woods Washington Kennedy Wells Vargas Henry Chen Freeman Webb Tucker
Guzman Burns Crawford Olson Simpson Porter Hunter Gordon Mendez Silva Shaw Snyder Mason Dixon Munoz Hunt Hicks Holmes Palmer Wagner Black
Robertson Boyd Rose Stone Salazar Fox Warren Mills Meyer Rice Schmidt Daniels Ferguson Nichols Stephens Soto Weaver Ryan Gardner Payne
Grant Dunn Kelley Spencer Hawkins Arnold Pierce Hansen Peters Santos Hart Bradley Knight Elliott Cunningham Duncan Armstrong Hudson Carroll
Lane Riley Andrews Alvarado Ray Delgado Berry Perkins Hoffman Johnston Matthews Pena Richards Contreras Willis Carpenter Lawrence Sandoval
Guerrero George Chapman Rios Estrada Ortega Watkins Greene Nunez Wheeler Valdez Harper Burke Larson Santiago Maldonado Morrison Franklin
Carlson Austin Dominguez Carr Lawson Jacobs O'Brien Lynch Singh Vega Bishop Montgomery Oliver Jensen Harvey Williamson Gilbert Dean Sims
Espinoza Howell Wong Reid Hanson Le McCoy Garrett Burton Fuller Wang Weber Welch Rojas Lucas Marquez Fields Park Yang Little Banks Padilla
Day Walsh Bowman Schultz Luna Fowler Mejia Davidson Acosta Brewer May Holland Juarez Newman Pearson Curtis Cortez Douglas Schneider Joseph
Barrett Navarro Figueroa Keller Avila Wade Molina Stanley Hopkins Campos Barnett Bates Chambers Caldwell Beck Lambert Miranda Byrd Craig
Ayala Lowe Frazier Powers Neal Leonard Gregory Carrillo Sutton Fleming Rhodes Shelton Schwartz Norris Jennings Rios Watts Duran Walters
Cohen McDaniel Moran Parks Steele Vaughn Becker Holt Deleon Barker Terry Hale Leon Hail Benson Haynes Horton Miles Lyons Pham Graves Bush
Thornton Wolfe Warner Cabrera McKinney Mann Zimmerman Dawson Lara Fletcher Page McCarthy Love Robles Cervantes Solis Erickson Reeves Chang
Klein Salinas Fuentes Baldwin Daniel Simon Velasquez Hardy Higgins Aguirre Lin Cummings Chandler Sharp Barber Bowen Ochoa Dennis Robbins
Liu Ramsey Francis Griffith Paul Blair O'Connor Cardenas Pacheco Cross Calderon Quinn Moss Swanson Chan Rivas Khan Rodgers Serrano
Fitzgerald Rosales Stevenson Christensen Manning Gill Curry McLaughlin Harmon McGee Gross Doyle Garner Newton Burgess Reese Walton Blake
Trujillo Adkins Brady Goodman Roman Webster Goodwin Fischer Huang Potter Delacruz Montoya Todd Wu Hines Mullins Castaneda Malone Cannon
Tate Mack Sherman Hubbard Hodges Zhang Guerra Wolf Valencia Saunders Franco Rowe Gallagher Farmer Hammond Hampton Townsend Ingram Wise
Gallegos Clarke Barton Schroeder Maxwell Waters Logan Camacho Strickland Norman Person Colon Parsons Frank Harrington Glover Osborne
Buchanan Casey Floyd Patton Ibarra Ball Tyler Suarez Bowers Orozco Salas Cobb Gibbs Andrade Bauer Conner Moody Escobar McGuire Lloyd
Mueller Hartman French Kramer McBride Pope Lindsey Velazquez Norton McCormick Sparks Flynn Yates Hogan Marsh Macias Villanueva Zamora
Pratt Stokes Owen Ballard Lang Brock Villarreal Charles Drake Barrera Cain Patrick Pineda Burnett Mercado Santana Shepherd Bautista Ali
Shaffer Lamb Trevino McKenzie Hess Beil Olsen Cochran Morton Nash Wilkins Petersen Briggs Shah Roth Nicholson Holloway Lozano Rangel
Flowers Hoover Short Arias Mora Valenzuela Bryan Meyers Weiss Underwood Bass Greer Summers Houston Carson Morrow Clayton Whitaker Decker
Yoder Collier Zuniga Carey Wilcox Melendez Poole Roberson Larsen Conley Davenport Copeland Massey Lam Huff Rocha Cameron Jefferson Hood
Monroe Anthony Pittman Huynh Randall Singleton Kirk Combs Mathis Christian Skinner Bradford Richard Galvan Wall Boone Kirby Wilkinson
Bridges Bruce Atkinson Velez Meza Roy Vincent York Hodge Villa Abbott Allison Tapia Gates Chase Sosa Sweeney Farrell Wyatt Dalton Horn
Barron Phelps Yu Dickerson Heath Foley Atkins Mathews Bonilla Acevedo Benitez Zavala Hensley Glenn Cisneros Harrell Shields Rubio Choi
Huffman Boyer Garrison Arroyo Bond Kane Hancock Callahan Dillon Cline Wiggins Grimes Arellano Melton O'Neill Savage Ho Beltran Pitts
Parrish Ponce Rich Booth Koch Golden Ware Brennan McDowell Marks Cantu Humphrey Baxter Sawyer Clay Tanner Hutchinson Kaur Berg Wiley
Gilmore Russo Villegas Hobbs Keith Wilkerson Ahmed Beard McClain Montes Mata Rosario Vang Walter Henson O'Neal Mosley McClure Beasley
Stephenson Snow Huerta Preston Vance Barry Johns Eaton Blackwell Dyer Prince Macdonald Solomon Guevara Stafford English Hurst Woodard
Cortes Shannon Kemp Nolan McCullough Merritt Murillo Moon Salgado Strong Kline Cordova Barajas Roach Rosas Winters Jacobson Lester Knox
Bullock Kerr Leach Meadows Davila Orr Whitehead Pruitt Kent Conway McKee Barr David Dejesus Marin Berger McIntyre Blankenship Gaines
Palacios Cuevas Bartlett Durham Dorsey McCall O'Donnell Stein Browning Stout Lowery Sloan McLean Hendricks Calhoun Sexton Chung Gentry
Hull Duarte Ellison Nielsen Gillespie Buck Middleton Sellers Leblanc Esparza Hardin Bradshaw McIntosh Howe Livingston Frost Glass Morse
Knapp Herman Stark Bravo Noble Spears Weeks Corona Frederick Buckley McFarland Hebert Enriquez Hickman Quintero Randolph Schaefer Walls
Trejo House Reilly Pennington Michael Conrad Giles Benjamin Crosby Fitzpatrick Donovan Mays Mahoney Valentine Raymond Medrano Hahn
McMillan Small Bentley Felix Peck Lucero Boyle Hanna Pace Rush Hurley Harding McConnell Bernal Nava Ayers Everett Ventura Avery Pugh
Mayer Bender Shepard McMahon Landry Case Sampson Moses Magana Blackburn Dunlap Gould Duffy Vaughan Herring McKay Espinosa Rivers Farley
Bernard Ashley Friedman Potts Truong Costa Correa Blevins Nixon Clements Fry Delarosa Best Benton Lugo Portillo Dougherty Crane Haley
Phan Villalobos Blanchard Horne Finley Quintana Lynn Esquivel Bean Dodson Mullen Xiong Hayden Cano Levy Huber Richmond Moyer Lim Frye
Sheppard McCarty Avalos Booker Waller Parra Woodward Jaramillo Krueger Rasmussen Brandt Peralta Donaldson Stuart Faulkner Maynard Galindo
Coffey Estes Sanford Burch Maddox Vo O'Connell Vu Andersen Spence McPherson Church Schmitt Stanton Leal Cherry Compton Dudley Sierra
Pollard Alfaro Hester Proctor Hinton Novak Good Madden McCann Terrell Jarvis Dickson Reyna Cantrell Mayo Branch Hendrix Rollins Rowland
Whitney Duke Odom Daugherty Travis Tang Trump Obama Clinton Biden Reagan Bush Blair Cameron Thatcher Churchill Lincoln Roosevelt Nixon`);
export const GERMAN_SURNAMES =
  words(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein
Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze
Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther
Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein
Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas
Voigt Sauer Arnold Wolff Pfeiffer Merkel Scholz Kohl Schröder Yilmaz Öztürk`);
export const FRENCH_SURNAMES =
  words(`Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David
Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier
Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis
Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche
Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît
Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps
Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard
Baron Bertin Bailly Hervé Schneider Fernandez Le Gall Collet Léger Bouvier Julien Prévost Millet Perrot Daniel Cousin Germain Breton Besson
Langlois Rémy Le Roux Macron Hollande Sarkozy Chirac Mitterrand Tremblay Gagnon Côté Bouchard Gauthier Pelletier Lavoie Fortin Gagné Ouellet`);
export const ITALIAN_SURNAMES =
  words(`Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano Mancini
Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Lombardo
Serra Coppola Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco Marini Grasso Valentini Messina Sala Gatti Pellegrini Palumbo Sanna
Farina Rizzi Monti Cattaneo Morelli Amato Silvestri Mazza Testa Grassi Pellegrino Carbone Giuliani Benedetti Barone Rossetti Caputo Montanari
Guerra Palmieri Bernardi Martino Fiore Ferretti Bellini Basile Riva Donati Piras Vitali Battaglia Sartori Neri Costantini Milani Pagano
Berlusconi Meloni Draghi Renzi Prodi`);
export const SPANISH_SURNAMES =
  words(`García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno
Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado
Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez Cruz Calvo Gallego Vidal
León Márquez Herrera Peña Flores Cabrera Campos Vega Fuentes Carrasco Diez Caballero Reyes Nieto Aguilar Pascual Santana Herrero Lorenzo
Montero Hidalgo Giménez Ibáñez Ferrer Durán Santiago Benítez Mora Vicente Vargas Arias Carmona Crespo Román Pastor Soto Sáez Velasco Moya Soler
Parra Esteban Bravo Gallardo Rojas Quispe Mamani Contreras Silva Sepúlveda Rajoy Zapatero Aznar Bolívar Chávez Maduro Allende`);
export const PORTUGUESE_SURNAMES =
  words(`Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Souza Fernandes Gonçalves Gomes Lopes
Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Raposo Neves Coelho Cruz
Cunha Pires Ramos Reis Simões Antunes Matos Fonseca Machado Araújo Barbosa Tavares Lourenço Castro Figueiredo Azevedo Freitas Melo Barros Campos
Cavalcanti Nascimento Moraes Moura Dias Batista Andrade Nogueira Borges Medeiros Peixoto Farias Brito Siqueira Macedo Xavier Guimarães Magalhães
Duarte Henriques Leite Leal Amaral Sampaio Guerreiro Franco Toledo Prado Bezerra Queiroz Pacheco Vasconcelos Lula Bolsonaro Cardoso Collor Sarney
Rousseff Salazar Soares Cavaco Saramago Pessoa Camões Vargas Kubitschek`);
export const DUTCH_SURNAMES =
  words(`Jong Jansen Vries Berg Bakker Dijk Visser Smit Meijer Boer Mulder Groot Bos Vos Peters Hendriks Leeuwen Dekker
Brouwer Wit Dijkstra Smits Graaf Meer Kok Jacobs Haan Vermeulen Heuvel Veen Broek Bruijn Schouten Willems Hoekstra Koster Verhoeven Prins Blom
Huisman Peeters Janssens Maes Mertens Willemsen Claes Goossens Wouters Dubois Desmet Hermans Aerts Pauwels Michiels Janssen Gerritsen Postma
Kuipers Veenstra Kramer Scholten Sanders Evers Martens Timmermans Groen Gerritse Koning Kuiper Driessen Rutte Wilders Balkenende`);
export const NORDIC_SURNAMES =
  words(`Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson
Hansson Bengtsson Jönsson Lindberg Jakobsson Magnusson Olofsson Lindström Lindqvist Lindgren Axelsson Berg Bergström Lundberg Lind Lundgren Lundqvist
Mattsson Berglund Fredriksson Sandberg Henriksson Forsberg Sjöberg Wallin Engström Eklund Danielsson Lundin Håkansson Björk Bergman Gunnarsson Holm
Wikström Samuelsson Isaksson Fransson Bergqvist Nyström Holmberg Arvidsson Löfgren Söderberg Nyberg Blomqvist Claesson Nordström Mårtensson Palme
Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen Christiansen Poulsen
Johansen Møller Mortensen Knudsen Jakobsen Jacobsen Mikkelsen Olesen Frederiksen Laursen Henriksen Lund Schmidt Eriksen Holm Kristiansen Clausen
Simonsen Svendsen Andreasen Iversen Jeppesen Vestergaard Nissen Lauridsen Kjær Jespersen Mogensen Nørgaard Jepsen Frandsen Søndergaard Dahl Bertelsen
Bruun Bach Lassen Gregersen Kruse Friis Bjerregaard Krogh Kjeldsen Lauritsen Danielsen Steffensen Toft Bech Kofoed Overgaard Schou Dam Juhl Bang
Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen Hagen Johannessen Andreassen
Jacobsen Dahl Jørgensen Henriksen Lund Halvorsen Sørensen Jakobsen Moen Gundersen Iversen Strand Solberg Svendsen Eide Knutsen Bakken Martinsen
Bakke Kristoffersen Lie Myhre Amundsen Nguyen Bøe Aas Stoltenberg Rasmussen Schlüter Thorning Nyrup Anker Jørgensen`);
export const FINNISH_SURNAMES =
  words(`Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen
Salminen Heinonen Niemi Heikkilä Kinnunen Salonen Turunen Salo Laitinen Tuominen Rantanen Karjalainen Jokinen Mattila Savolainen Lahtinen Ahonen
Ojala Leppänen Kallio Väisänen Hiltunen Leinonen Miettinen Pitkänen Aaltonen Manninen Hakala Koivisto Anttila Laaksonen Hirvonen Räsänen Lehto
Laakso Toivonen Mustonen Rantala Aalto Peltonen Niskanen Halonen Niinistö Kekkonen Marin Stubb`);
export const SLAVIC_SURNAMES =
  words(`Nowak Kowalski Kowalska Wiśniewski Wójcik Kowalczyk Kamiński Kamińska Lewandowski Lewandowska Zieliński Szymański Woźniak
Dąbrowski Kozłowski Mazur Jankowski Kwiatkowski Wojciechowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek
Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Walczak Sikora Rutkowski
Baran Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Duda Zalewski Wróblewski Wałęsa Kaczyński Tusk Novák Svoboda Novotný Dvořák Černý Procházka
Kučera Veselý Horák Němec Pokorný Marek Pospíšil Hájek Jelínek Král Růžička Beneš Fiala Sedláček Doležal Zeman Kolář Havel Babiš Horvat Kovačević
Babić Marić Jurić Novak Kovačić Knežević Vuković Marković Petrović Matić Tomić Pavlović Kovač Božić Blažević Grgić Pavić Radić Perić Filipović Šarić
Lovrić Vidović Perković Popović Bošnjak Jukić Barišić Milanović Plenković Mesić Tuđman Sanader Josipović Račan Pahor Janša Jovanović Nikolić Đorđević
Stojanović Ilić Stanković Vučić Tadić Milošević Ivanov Petrov Sidorov Smirnov Kuznetsov Popov Sokolov Lebedev Kozlov Novikov Morozov Volkov Putin
Medvedev Yeltsin Gorbachev Lavrov Shevchenko Kovalenko Bondarenko Tkachenko Zelensky Poroshenko Dimitrov Georgiev Popescu Ionescu Popa Dumitru Radu
Stan Stoica Gheorghe Rusu Munteanu Matei Constantin Șerban Moldovan Marin Iliescu Băsescu Iohannis`);
