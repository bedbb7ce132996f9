/** Given names and surnames of Asia and Africa as their bearers write them in Latin letters, written down by us. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Second syllables give two-syllable Mandarin given names with the first ones: Jianhua, Xiaoyan, Minghao. */
const MANDARIN_FIRST = words(
  'Jian Xiao Ming Zhi Wen Yu Jia Hai Guo Li Mei Xue Chun Shu Hong Jing Hao Zi Yi Jun Chang Wei Xin Yong Zhen',
);
const MANDARIN_SECOND = words(
  'hua yan ping jun hui feng lin ling ying fang hao xuan han ting bin qiang min hong mei rong long jie cheng tao',
);
export const MANDARIN_GIVEN: readonly string[] = MANDARIN_FIRST.flatMap((a) => MANDARIN_SECOND.map((b) => a + b));

export const CHINESE_MORE =
  words(`Ai An Bao Bi Bian Chai Che Chi Chu Cong Dai Diao Dou Fu Gan Ge Geng Guan Gui Ji Jia Jiao Ke Kuang Lai
Lan Lang Leng Lian Liao Ling Lou Miao Mo Mu Ni Nie Niu Ou Pang Pei Pu Qu Quan Rao Rong Ruan Sang Sha Shang Shen Sheng Shu Si Sima Situ Ouyang Zhuge
Tan Tao Teng Tong Tu Weng Wo Xi Xiang Xin Xing Xue Yue Yun Zang Zhan Zhen Zhong Zhuang Zhuo Zong Zou Zuo Teo Goh Koh Toh Sim Quek Chua Chew Foo Khoo
Loh Low Neo Ong Phua Seah Soh Tay Teoh Yap Yeo Yong Liew Leong Chong Chin Thong Voon Tsui Tse Szeto Poon Luk Lui Kwan Kwong Fok Chiu Cheuk Au-Yeung`);

export const JAPANESE_MORE_GIVEN =
  words(`Aiko Airi Akane Akari Akemi Akihiko Akihiro Akinori Akio Arata Ariko Asami Atsuko Atsushi Aya Ayako Ayano
Ayato Azusa Chie Chieko Chiharu Chika Chikako Chinatsu Chisato Chiyo Daichi Daiki Eiji Eiko Emiko Eri Erika Etsuko Fumiko Fumio Genji Goro Hajime Haru
Haruko Haruo Haruna Hayate Hibiki Hidemi Hideo Hinata Hinako Hiroaki Hirofumi Hiroko Hiromi Hironori Hiroto Hisako Hisao Hisashi Hitomi Honoka Ibuki
Ikue Isao Iwao Izumi Jun Junichi Junko Jin Kaede Kana Kanako Kanon Kaoru Katsumi Katsuya Kayo Kayoko Kazue Kazuhiko Kazuhiro Kazuko Kazumi Kazuo Kazuya
Kei Keigo Keiichi Keita Ken Kenichi Kenichiro Kensuke Kimiko Kiyomi Kiyoshi Kohei Koichi Kota Kotaro Kouta Kunio Kyoko Maho Mai Maki Makiko Mami Mana
Manabu Manami Mao Mari Mariko Masaaki Masahiko Masahiro Masaki Masako Masami Masanori Masao Masaru Masashi Masaya Masayuki Mayu Mayuko Midori Mieko
Mihoko Miku Minako Minami Mitsuko Mitsuo Mitsuru Miwa Mizuki Moe Momoko Motoko Nana Nanako Naoto Naoya Narumi Natsuki Natsuko Natsumi Nobuko Nobuo
Nobuyuki Nozomi Ran Rei Reiko Reina Rena Rie Rieko Rina Risa Ritsuko Rui Rumi Ruriko Ryo Ryoichi Ryoko Ryosuke Ryouta Ryuichi Ryuji Sadao Saki Saori
Satomi Sayaka Sayuri Seiji Seiko Setsuko Shigeo Shigeko Shiho Shin Shinichi Shinobu Shintaro Shinya Shiori Shizuka Shizuko Sho Shohei Shoichi Shoji
Shuichi Shuji Shunsuke Sora Souta Sumiko Suzu Tadao Tadashi Taichi Taiga Takahiro Takako Takanori Takao Takaya Takayuki Takehiko Takeo Takeru Takeshi
Takuma Takumi Takuro Takuya Tamaki Tamotsu Tatsuo Teiko Teruo Tetsuo Tetsuro Tomio Tomoaki Tomohiro Tomoki Tomomi Tomoya Tomoyuki Toru Toshiaki
Toshihiro Toshiko Toshiyuki Tsutomu Tsuyoshi Umeko Wakana Wataru Yae Yasuhiro Yasuko Yasushi Yasuyuki Yoichi Yoji Yosuke Yoshiaki Yoshihiro Yoshiko
Yoshimi Yoshinori Yoshiro Yoshito Yoshiyuki Yua Yudai Yuichi Yuji Yuka Yukari Yukie Yukiko Yukio Yuko Yuma Yumeko Yumiko Yuna Yuri Yuriko Yuriko Yusuke
Yutaka Yuya Yuzuki`);
export const JAPANESE_MORE_SURNAMES =
  words(`Adachi Aizawa Akiyama Amano Aoyama Arai Araki Arakawa Asai Asano Azuma Baba Chiba Doi Ebina Eguchi
Enomoto Fujimori Fujimura Fujisawa Fujishima Fukui Fukumoto Fukushima Furukawa Furuta Hamada Hamaguchi Hanada Haraguchi Hasebe Hashiguchi Hattori Higa
Higashi Higuchi Hino Hirai Hirata Hirayama Hirose Homma Honda Hori Horie Horiguchi Horikawa Horiuchi Hoshino Hosokawa Ichikawa Igarashi Iida Iijima
Ikegami Imamura Inagaki Inaba Inada Isobe Ishibashi Ishiguro Ishihara Ishimoto Ishizuka Itagaki Iwai Iwamoto Iwasaki Iwata Izumi Kaji Kamata Kamiya
Kanda Kaneda Kanno Kasai Katagiri Katayama Kataoka Katsura Kawabata Kawada Kawaguchi Kawahara Kawai Kawakami Kawamoto Kawamura Kawano Kawasaki
Kawashima Kikuchi Kinoshita Kishi Kishimoto Kitagawa Kitajima Kitamura Kitano Kobayakawa Koga Koike Koizumi Komatsu Komiya Konishi Konno Kosaka Koyama
Kubo Kubota Kumagai Kuramoto Kuroda Kurokawa Kurosawa Kuwahara Machida Maekawa Makino Maruyama Mase Matsubara Matsui Matsukawa Matsumura Matsunaga
Matsuo Matsuoka Matsushima Matsushita Matsuura Matsuzaki Mikami Minami Misawa Mitani Mitsui Miyagawa Miyake Miyamura Miyata Mizuno Mizutani Mochizuki
Momose Morikawa Morimoto Morioka Morishita Moriyama Motoyama Muraoka Muto Nagai Nagano Nagao Nagasawa Nagase Nagata Naito Nakahara Nakai Nakamoto
Nakanishi Nakao Nakata Nakatani Nakayama Nakazawa Narita Negishi Nishi Nishida Nishikawa Nishimoto Nishino Nishioka Nishiyama Nishizawa Noda Nogami
Noguchi Nomura Nozaki Numata Obara Oda Ogata Ogura Ohara Ohashi Ohta Oikawa Oka Okabe Okano Okawa Okazaki Okubo Okuda Okumura Okuno Omori Omura Onishi
Onodera Onishi Osawa Oshiro Otani Otsuka Otsuki Oyama Ozaki Ozawa Saeki Saito Saitou Sakaguchi Sakakibara Sakata Sakuma Sakurai Sano Sasagawa Sasaki
Sawada Sawamura Seki Sekiguchi Senda Shibasaki Shibuya Shimada Shimamura Shimura Shinohara Shiraishi Shirai Shirakawa Shoji Soma Sone Suda Sudo Suga
Sugai Sugawara Sugimoto Sugita Sugiura Suzuki Tabata Tachibana Tada Taguchi Tahara Tajima Takagaki Takahata Takano Takaoka Takase Takashima Takayama
Takei Takemoto Takenaka Takeshita Taki Takizawa Tamaki Tamai Tani Taniguchi Tanigawa Tashiro Terada Teramoto Terao Toda Tokuda Tokunaga Tominaga Tomita
Toyama Toyoda Tsuchida Tsuchiya Tsuda Tsuji Tsukada Tsukamoto Tsutsui Uchiyama Uehara Uemura Umeda Umemoto Uno Usui Wakabayashi Yabe Yagi
Yamagata Yamagishi Yamamura Yamanaka Yamane Yamano Yamaoka Yamashiro Yamauchi Yanagi Yanagida Yano Yasuda Yasui Yokota Yokoi Yoneda Yoshikawa
Yoshimoto Yoshimura Yoshino Yoshioka Yuasa`);

export const KOREAN_MORE_GIVEN =
  words(`Ara Areum Bomi Byung-chul Byung-hun Chan-ho Chan-wook Chang-min Changmin Chul-soo Da-eun Da-hye Dahyun
Dong-gun Dong-hyun Dong-min Donghae Doyeon Eui-sun Eun-hye Eun-jung Eun-kyung Eunha Eunice Geun-hye Gi-hun Gun-woo Ha-neul Ha-yoon Hae-jin Hae-won
Hana Hee-jin Ho-jin Hwa-young Hye-rim Hye-soo Hye-won Hyeon-jeong Hyo-jin Hyun-ji Hyun-jin Hyun-joo Hyun-jung Hyun-seok Hyun-soo Hyunjin Il-sung
In-ho In-hye In-sung Jae-in Jae-won Jae-young Jaehyun Jaemin Jang-mi Ji-eun Ji-hun Ji-hye Ji-hyun Ji-sung Ji-won Ji-yeon Ji-young Jihoon Jihyun
Jin-ah Jin-hee Jin-ho Jin-woo Jin-young Jinyoung Jong-hyun Jong-suk Jong-un Joon-ho Joon-young Ju-hyun Ju-won Jun-ho Jun-hyung Jun-young Jung-hee
Jung-hoon Jung-hwa Jung-hwan Jung-min Junho Ki-moon Ki-young Kwang-soo Kyung-ho Kyung-hee Kyung-ja Kyung-min Mi-kyung Mi-ran Mi-young Min-hee Min-ho
Min-hyuk Min-ji Min-jung Min-kyu Min-soo Min-woo Min-young Minjae Minjun Myung-bak Myung-hee Nam-joon Sang-chul Sang-min Sang-woo Sangwoo Se-hun Se-jin
Seo-hyun Seo-jin Seojun Seon-woo Seong-ho Seung-gi Seung-ho Seung-hoon Seung-hyun Seung-min Seung-woo Seungmin Si-woo So-hee So-ra So-young Sohyun
Soo-ah Soo-hyun Soo-jung Soo-min Soo-young Sooyoung Su-bin Su-jin Su-min Sun-ah Sun-young Sung-hoon Sung-jin Sung-soo Sungjin Tae-hee Tae-ho Tae-hyun
Tae-min Tae-woo Tae-young Won-bin Won-ho Woo-bin Woo-sung Ye-eun Ye-ji Ye-jin Ye-won Yeon-ah Yeon-woo Yong-ho Yoo-jin Yoo-jung Yoon-ah Yoon-hee Youn-ah
Young-hee Young-jae Young-jin Young-mi Young-min Young-soo Youngjae Yu-jin Yu-na`);
export const KOREAN_MORE_SURNAMES =
  words(`Ahn Bang Bong Byun Cha Chae Choe Choo Chu Do Eom Eun Gil Gong Gu Gwak Ham Ho Hur Hyun In Ji Jin Jo Joh
Ki Kook Kwak Kyung Lyu Ma Maeng Mun Myung Na Nah Oh Ok Paek Paik Ra Ri Rim Ro Roh Seok Seol Seong Sim Sin So Sohn Sul Sung Tak Um Wang Wi Won Woo Yeo
Yeom Yeon Yim Youn Youm Yun`);

export const ARABIC_MORE_GIVEN =
  words(`Abbas Abdallah Abdel Abdelaziz Abdelkader Abdellah Abdelrahman Abdou Abdul Abdulkarim Abdullahi Abdulmajid
Abed Abir Abla Abu Adel Adham Adil Afaf Afnan Ahlam Ahmad Akram Alaa Alia Aliya Alya Aman Amani Amara Amena Amira Ammar Amr Anas Anis Anisa Aref Areej
Arwa Asaad Ashraf Asim Asma Asmaa Assem Assia Atef Aya Ayah Ayman Ayoub Azhar Aziz Aziza Azza Badr Badria Baha Bahaa Bahia Bakr Balqis Baraa Basel
Basem Bashar Bashir Basim Basma Bassam Bassem Batoul Bayan Boutros Bushra Chadi Dalal Dalia Danah Daoud Dawood Diaa Dima Doaa Duaa Ebtisam Eid Elham
Emad Eman Esraa Essam Fadi Fadia Fadwa Faiza Faizan Fajr Fakhri Faraj Farid Farida Faris Farouk Farouq Fathi Fatiha Fatma Fayez Fayza Fikri Firas Fouad
Ghada Ghadeer Ghaith Ghassan Ghazi Ghina Habiba Haidar Haifa Haitham Hajar Hakim Hala Halima Hamad Hamdan Hamdi Hamed Hameed Hamid Hanan Haneen Hanif
Hani Harith Haroun Hashem Hasna Hassib Hatem Hayat Haytham Hazem Heba Hikmat Hind Hiba Houda Houria Husam Hussam Husni Ibtisam Idris Ihab Ikram Ilham
Ilyas Imad Imane Imad Inaam Inas Iqbal Isa Ishaq Islam Ismael Ismat Isra Issam Jaber Jad Jafar Jalal Jalila Jamil Jamila Jana Jasim Jassim Jawad Jihad
Joud Jumana Kaltham Kamal Kamel Kareem Karima Kawthar Khaled Khalifa Khalil Khawla Khulood Kinan Laila Lamia Lamis Lara Lateefa Latifa Lobna Lubna Luay
Lujain Maha Maher Mahdi Mahir Mai Maisa Maissa Majed Majida Malak Malek Malika Manal Manar Mansour Maram Mariam Marwa Marwan Mazen May Maysa Maysoon
Medhat Mehdi Meryem Miral Mishal Moataz Moaz Moeen Mohamad Mohammad Mohannad Mohsen Moncef Monir Monira Morad Mostafa Mouna Mounir Mourad Moussa Mubarak
Mufid Muhannad Muhsin Munir Munira Murad Musa Mutaz Muzaffar Nabila Nada Nadeem Nader Nadim Nadir Nadira Naeem Nagib Nagwa Nahed Nahla Naim Naima Najat
Najib Najla Najlaa Najwa Nasim Nasir Nasr Nassim Nawaf Nawal Nayef Nazih Nermin Nesrine Nezha Nidal Nihal Nihad Nisreen Nizar Nora Noura Nouf Nura Osman
Othman Ouissal Qais Qasim Qusay Rabab Rabia Rabie Radwan Rafik Rafiq Raghad Raghda Rahaf Rahma Raja Rakan Rama Ramadan Ramez Rami Ramy Ramzi Randa Raneem
Ranim Rasheed Rashida Rasim Raouf Rauf Rawan Rawia Rayan Reda Rehab Reham Rema Riad Rida Rifat Rihab Rim Rima Riyad Rola Ruba Ruqayya Sabah Sabir Sabri
Sabrina Sadek Sadiq Safa Safaa Safiya Safwan Sahar Said Saida Sajid Sakina Salah Salam Salama Saleem Saleh Salem Salima Salwa Sameh Sameera Samia Sana
Sanaa Sari Sawsan Sayed Seif Selim Shadi Shadia Shahad Shahd Shaima Shaker Shakir Shams Sharifa Shatha Shaza Sherif Sherine Shireen Shukri Siham Sobhi
Sofiane Souad Soufiane Soukaina Suad Suha Suhail Suhaila Sulaiman Suleiman Suzan Taha Tahani Taher Tahir Talal Talib Tamara Tamer Tarek Tareq Tawfiq
Tayeb Thamer Thuraya Turki Umar Usama Uthman Wael Wafa Wafaa Wahid Wahiba Wajdi Waleed Wassim Widad Wissam Yacine Yahya Yara Yasir Yasmeen Yasmina Yasser
Yassin Yassine Youcef Younes Younis Yousef Yousra Youssouf Yunus Yusra Yusuf Zaid Zaha Zahid Zahir Zahra Zaina Zakaria Zakia Zaki Zayd Zayed Zayn Zaynab
Zeina Zeinab Zeyad Ziyad Zohra Zouhair Zubaida Zuhair Zulaikha`);
export const PERSIAN_GIVEN =
  words(`Abolfazl Afsaneh Afshin Akbar Alireza Amirali Amirhossein Anahita Arezou Arman Armin Arshia Asal Asghar Atefeh
Atieh Azar Azita Azin Bahar Bahareh Bahman Behnam Behrooz Behrouz Behzad Bijan Borna Dariush Davood Delaram Donya Ebrahim Ehsan Elaheh Elahe Elnaz Elmira
Erfan Esmail Fariba Faride Farideh Farnaz Farrokh Farshad Farzad Farzaneh Fatemeh Firouz Forough Ghazal Gholamreza Gita Golnaz Golnar Haleh Hamed Hamidreza
Hediyeh Helia Homa Homayoun Hooman Hormoz Houshang Iraj Jahangir Jalil Jamshid Javad Kamran Kasra Katayoun Keyvan Khosrow Kian Kiana Kianoush Kimia
Koorosh Kourosh Ladan Laleh Leyla Mahdis Mahin Mahmood Mahnaz Mahshid Mahtab Mahyar Maliheh Mandana Mani Manijeh Manouchehr Marjan Maryam Marzieh Masoud
Masoumeh Maziar Mehran Mehrdad Mehri Mehrnaz Mersedeh Milad Mina Minoo Mitra Mohammadreza Mojgan Mojtaba Mona Morteza Mostafa Nader Nahid Nargess Narges
Nasim Nastaran Nazanin Negar Negin Niki Niloofar Niloufar Nima Nooshin Nushin Omid Parastoo Parham Pari Parvaneh Parvin Parviz Pasha Pedram Pegah Pejman
Peyman Pooria Pooya Pouya Puya Rahim Ramin Ramtin Roshanak Roxana Roya Rouzbeh Sadegh Saman Saghar Sahand Samaneh Sanaz Sara Sepideh Sepehr Setareh Shabnam
Shadi Shaghayegh Shahin Shahla Shahram Shahriar Shahrokh Shahrzad Shapour Sharareh Shayan Shima Shiva Shohreh Siamak Siavash Simin Sina Sogand Soheil
Soheila Somayeh Sorena Soroush Taraneh Touraj Vahid Vida Yalda Yasaman Zahra Zari Zhaleh Zohreh`);
export const ARABIC_MORE_SURNAMES =
  words(`Abadi Abdallah Abdelaziz Abdel-Malek Abdi Abdo Abdulla Abed Abu-Bakr Achour Adwan Afifi Ahmad Ahmed Ajami
Akbari Akel Akhtari Al-Abadi Al-Ahmad Al-Ali Al-Asiri Al-Attar Al-Awadi Al-Badri Al-Baghdadi Al-Banna Al-Basri Al-Bishi Al-Dosari Al-Fahad Al-Fayed
Al-Ghanim Al-Haddad Al-Hakim Al-Halabi Al-Hamad Al-Hassan Al-Husseini Al-Jaber Al-Jabri Al-Jazairi Al-Khalifa Al-Khalili Al-Khouri Al-Kuwari Al-Maktoum
Al-Maliki Al-Mansouri Al-Marri Al-Mutairi Al-Nahyan Al-Najjar Al-Nasser Al-Obaidi Al-Omari Al-Qadi Al-Qasimi Al-Rawi Al-Rubaie Al-Sabah Al-Sadr Al-Saleh
Al-Samarrai Al-Shammari Al-Sharif Al-Shehri Al-Sudani Al-Sulaiman Al-Suwaidi Al-Tamimi Al-Thani Al-Tikriti Al-Zaidi Al-Zawahiri Alami Alavi Albaz Aliyev
Amari Amiri Amrani Ansari Arafat Asadi Asfour Ashour Ashrafi Assaf Atallah Attar Attia Awad Ayad Ayoub Ayyad Azizi Azzam Badawi Baghdadi Bagheri Bahrami
Bakir Baraka Barakat Bashir Bazzi Ben-Ali Benahmed Bennis Benslimane Berrada Bishara Bitar Boukhari Bouazizi Boudiaf Boulos Boumediene Boutros Chahine
Chamoun Chaoui Chraibi Dabbagh Dagher Daher Dahmani Darwich Daoud Deeb Diab Djebar Ebadi Ebeid Eid El-Baz El-Fassi El-Gohary El-Khoury El-Masri El-Sherif
Elbaz Elmasry Eltayeb Esfahani Essam Fadel Fahmy Fakhouri Fakhoury Farag Faraj Farahani Farhat Faris Fathi Fawaz Fawzi Fayad Fazeli Filali Gamal Gerges
Ghandour Ghannam Ghazali Ghorbani Ghosn Guirguis Habash Hachemi Hadad Haddadi Hafez Haidar Hajjar Hakimi Halabi Hamadi Hamdi Hammad Hammoud Hanafi Hanna
Hariri Harb Hashemi Hashimi Hassani Hatem Hawass Hegazy Heidari Helal Helmy Hijazi Hosny Houssaini Husseini Ismail Jaafari Jaber Jabbour Jamali Jawad
Jaziri Kabbani Kabir Kadi Kader Kaddour Kamal Kanj Karam Karami Kareem Karim Kassab Kattan Kazemi Kazem Khaddam Khalaf Khaled Khalidi Khalifa Khalil Khatami
Khatib Khattab Khodr Khoury Khoshnevis Kiani Kouri Lahham Lahoud Maamoun Mahdi Mahfouz Maher Majidi Makki Maktoum Malki Mansoor Mansoori Marouf Marzouk
Masoud Masri Matar Mattar Mazari Mazloum Mehmood Mehrabi Mikati Mirza Mirzaei Moghaddam Mohammed Mohamed Mohsen Mokhtar Mokhtari Morsi Mossadegh Moussa
Moussaoui Mousavi Mroue Mubarak Munir Murad Musa Nabulsi Nader Naderi Naguib Nahas Najafi Najib Najjar Nakhle Namazi Nashashibi Nasr Nasrallah Nassar
Nazari Nazif Nejad Nikpour Noori Nouri Obeid Osman Othman Ouali Pahlavi Parvizi Qabbani Qaddumi Qasim Qasem Rabbani Radwan Rafati Rahal Rahbari Rahimi Rahmani
Ramadan Ramzi Rashad Rasheed Rashidi Rasouli Razavi Razzaq Rifai Rizk Rostami Sabbah Sabry Sadat Sadeghi Sadek Safadi Safavi Safi Sahhaf Said Salah Salama
Salameh Salami Salari Saleem Salehi Salem Salim Salman Samaan Samadi Samara Samir Sanei Sarkis Sarraf Sattar Sawalha Sayegh Seif Selim Shaaban Shadid Shafiq
Shahin Shaker Shalabi Sharaf Sharifi Sharqawi Shatila Shawky Shehata Sherif Shihab Shokri Shukri Sistani Siddiq Skaf Soleimani Soltani Souissi Suleman
Sultan Taha Taheri Taleb Talebi Tamer Tantawi Tarabay Tariq Tavakoli Tawfik Tawil Touma Tuma Usman Vaziri Wahab Wahba Wakim Wehbe Yacoub Yamani Yaqoob Yasin
Yassin Yazdani Yousef Youssef Yunus Zaher Zaidi Zamani Zand Zarif Zayed Zein Zeidan Ziadeh Zoghbi Zubaidi`);

export const SOUTH_ASIAN_MORE_GIVEN =
  words(`Aaradhya Aarav Abdur Abida Adarsh Adeel Advait Afreen Afroz Afzal Ahana Ahsan Aiman Ajit Akhil Akhilesh
Akshay Alok Aman Amar Amarnath Ambika Amisha Amitabh Amol Amrita Amruta Anand Anandhi Anant Anaya Anbu Angad Aniket Anirban Anirudh Anish Anjana Anju Ankita
Ankur Anoop Anubhav Anup Anupam Anupama Anuradha Anurag Anusha Anushka Anuj Aparna Archana Arindam Arnab Arpita Arvind Aryan Asad Asma Atif Atul Avani
Avinash Ayaan Ayesha Ayush Babita Babu Balaji Balakrishnan Bala Bhagya Bhanu Bharat Bharath Bharati Bhaskar Bhavana Bhavesh Bhavna Bhavya Bhumika Bhupinder
Bhuvaneswari Bijoy Bikash Bilquis Bindu Bipasha Birendra Bishal Brijesh Chaitanya Chandan Chandra Chandrasekhar Chandrika Charu Chetan Chhaya Chitra Dalip
Damini Darshan Darshana Debasish Debjani Debolina Deepa Deepali Deepika Deepti Dev Devansh Devendra Devi Devika Dhananjay Dhanush Dhara Dharmendra Dhruv
Dilip Dimple Dipak Dipika Diya Durga Elango Esha Faheem Fahmida Faiz Faizal Fakhar Fareed Fareeha Farida Farooq Fawad Fozia Gagan Gajendra Gautam Gayatri
Gayathri Gita Gitanjali Gopal Gopinath Govind Gowri Gulzar Gurdeep Gurmeet Gurinder Habib Hafsa Haider Hamid Haneef Hansa Hardik Hari Harini Haris Harjit
Harman Harmeet Harsh Harsha Harshad Harshita Hasan Hemant Hema Hemalatha Hetal Himanshu Hira Hitesh Humaira Ibrahim Iftikhar Ilyas Imtiaz Inder Inderjit
Indrajit Indrani Indu Irfan Ishaan Ishita Ishwar Ismat Jagan Jagdish Jahanara Jahangir Jai Jaideep Jaswinder Jatinder Javed Jaya Jayanta Jayanthi Jayashree
Jayesh Jeevan Jignesh Jitendra Joginder Junaid Jyothi Jyotsna Kabir Kailash Kajal Kalpana Kalyani Kamal Kamini Kamran Kanchan Kanika Kannan Kanwal Kapil
Karthik Karthika Karuna Karunanidhi Kaushal Kaushik Kaveri Kavya Kedar Keerthi Keshav Ketan Khadija Khushboo Kishan Kishore Komal Krishna Krishnan Krithika
Kriti Kuldeep Kulwinder Kumar Kumari Kusum Lakhan Lakshman Lalit Lalita Lalitha Latha Laxman Laxmi Leela Madan Madhav Madhavi Madhu Madhur Mahendra Maheshwari
Mahima Mahmud Mala Malathi Malavika Mamata Mamta Manas Mandeep Mangala Manik Manikandan Manish Manju Manjula Manjunath Manmohan Mannat Mayank Mayur Mayuri
Meenakshi Megha Meghna Meera Mehak Mehboob Mehul Milind Minal Mita Mitali Mithun Mohit Mohini Moushumi Mrinal Mridula Mubashir Mudassar Mukta Murali
Muralidharan Murugan Muthu Muzammil Nabeel Nadia Nagaraj Nagarjuna Naina Namrata Nanda Nandita Narayan Narayanan Narendra Nargis Nasir Natasha Naushad Navin
Navjot Navneet Nazia Nazma Neelam Neelima Neeraj Neeta Neetu Nidhi Nihal Nikhita Nikita Nilanjana Nilesh Nimisha Nirav Nirmal Nirmala Nishant Nishtha
Nitesh Nithya Nivedita Noman Omkar Padmini Palak Panna Parag Paramjit Paresh Parimal Parth Partha Parul Pavan Pavithra Payal Piyush Poonam Poornima Prabha
Prabhakar Prabhat Prabhu Prachi Pragya Prakriti Pramila Pramod Pranjal Prasad Prasanna Prashant Prateek Pratibha Pratik Pratima Praful Prem Prerna Prithvi
Pritam Priti Pritha Prosenjit Puja Puneet Punam Purnima Purushottam Pushpa Rabindra Rachana Rachna Radhika Raghavendra Raghu Raheel Rahim Raima Raj Raja
Rajan Rajani Rajat Rajeev Rajender Rajendra Rajeshwari Rajinder Rajiv Rajkumar Rajni Raju Rakhi Raksha Ram Rama Ramakrishna Raman Ramanathan Ramya Ranbir
Rani Ranjan Ranjana Ranjit Ranveer Rashid Ratan Rathna Raveena Ravindra Razia Rehana Rehman Renu Renuka Reshma Revathi Rhea Richa Riddhi Rimi Ritesh Ritika
Ritwik Riya Rizwana Rohan Rohini Roop Roshan Roshni Rubina Ruchi Ruchika Rukmini Rupa Rupali Rupesh Rupinder Saadia Saba Sabiha Sabita Sadaf Sadia Sagar
Sahana Sahil Saif Saima Saira Sajal Sajid Sakshi Salim Samarth Samina Samir Samrat Sana Sanchita Sandhya Sangeeta Sanghamitra Sania Sanket Sankar Santosh
Sapna Saraswati Sarah Sarita Sarojini Sathish Satinder Satya Savita Seema Selvam Senthil Shabbir Shafiq Shah Shaheen Shahid Shahnaz Shaista Shakeel Shakti
Shakuntala Shalini Shankar Shanta Shanthi Sharad Sharanya Sharda Sharmila Sharmin Shazia Sheela Sheetal Shekhar Shivani Shivkumar Shobha Shoaib Shraddha
Shreya Shrikant Shubha Shubham Shweta Shyam Shyamala Siddhi Simran Sindhu Sivakumar Snehal Sohail Sohan Somnath Sonali Sonam Soniya Soumya Soumitra Sourav
Sridevi Sridhar Srikanth Srinidhi Sriram Subhash Subhasish Subir Subramaniam Sucheta Suchitra Sudarshan Sudeep Sudha Sudhir Sufia Sujata Sujatha Sujit Sukanya
Sukhdev Sukhwinder Sultana Suman Sumana Sumathi Sumitra Sunanda Sundar Suniti Supriya Suraj Surbhi Surender Surinder Suryakant Sushant Sushil Sushila
Swapan Swapna Swapnil Swaroop Swathi Syed Tabassum Tahira Tamanna Tania Tanmay Tanu Tanuja Tanushree Tanya Tapan Tara Tarannum Tehmina Tejas Thangam Trisha
Trupti Tulsi Uday Ujjwal Umar Umesh Upendra Urmila Urvashi Utkarsh Uttam Uzma Vaibhav Vani Vanita Varsha Varuna Vasanth Vasudha Vasundhara Veena Veer
Veerendra Venkat Venkatesh Vibha Vidhi Vidhya Vignesh Vihaan Vijaya Vijayalakshmi Vikrant Vimal Vimala Vinay Vineet Vineeta Vinita Vipin Vipul Viraj Virender
Vishal Vishnu Vishwanath Vrinda Waqar Waqas Wasim Yamini Yamuna Yashoda Yashwant Yasmin Yogendra Yogesh Yogita Yuvraj Zaheer Zahid Zainab Zakir Zara Zeenat
Zeeshan Zohaib Zubair Zulfiqar`);
export const SOUTH_ASIAN_MORE_SURNAMES =
  words(`Abbasi Abdulla Acharya Adhikari Afridi Agnihotri Agrawal Ahluwalia Ahuja Akbar Alam Ambedkar Amin Anand
Anwar Apte Arif Arvind Ashraf Awan Awasthi Babu Badal Bagchi Bahadur Bajaj Bajpai Bajwa Bakshi Balakrishnan Balan Balasubramanian Baloch Bandyopadhyay Barman
Barua Basak Basu Batra Bedi Behera Bhagat Bhalla Bharadwaj Bhardwaj Bhargava Bharti Bhaskar Bhattacharjee Bhattacharya Bhattarai Bhave Bhosale Bhutto Birla
Biswas Borah Brar Bukhari Butt Chadha Chakrabarti Chakraborty Chandran Chandra Chandrasekaran Chandrasekhar Chattopadhyay Chaturvedi Chaudhari Chaudhry
Chavan Cheema Cherian Chidambaram Chitnis Choudhary Choudhury Chowdhary Contractor Dahal Dalal Dalmia Dandekar Dange Dar Dasgupta Datta Dave Dayal De Deb
Deol Deshmukh Devi Dewan Dey Dhar Dhaliwal Dhawan Dhingra Dhoni Dikshit Dixit Doshi Durrani Dutt Faruqi Gadkari Gaikwad Galani Gandhi Ganesan Ganguly Garg
Gavaskar Gehlot George Ghimire Gilani Godbole Goel Gokhale Gopal Gopalakrishnan Gopinath Govindan Goyal Grover Guha Gulati Gurung Haldar Hamid Handa Haq
Haque Hariharan Hasan Hashmi Hayat Hazarika Hooda Huq Imam Inamdar Iqbal Irani Ishaq Iyengar Jaffrey Jagannathan Jaiswal Jaitley Jalan Jamal Janjua Jayaraman
Jayasuriya Jha Jhunjhunwala Jindal Jiwani Johar Kadam Kader Kakkar Kalra Kamble Kannan Kapadia Kapur Karan Karim Karmakar Karunaratne Karve Kashyap Katiyar
Kaul Kazmi Kelkar Khalid Khandelwal Khatri Khattak Khosla Khurana Kohli Korde Kothari Krishna Krishnamurthy Kuldip Kunte Kuruvilla Lahiri Lakhani Lal
Lamichhane Limbu Lodha Lodhi Magar Mahajan Mahapatra Maharjan Mahato Maheshwari Mahmood Mahmud Maity Majhi Majumdar Mallick Manchanda Mandal Mangeshkar Mani
Mann Mathew Mehra Mendis Menghani Merchant Miah Mirchandani Mir Mirza Misra Mistry Mital Mittal Mitra Modi Mohan Mohanty Mondal Moorthy Mughal Mukhopadhyay
Mukherji Muthu Nadar Nadkarni Nag Nagarajan Nagpal Naik Nanda Nandi Narang Narayan Narayanan Narula Nath Nawaz Nayak Nayar Negi Nehra Nehru Niazi Nigam Oberoi
Ojha Oza Padmanabhan Pal Palanisamy Panchal Panda Pandit Pandya Panicker Panigrahi Panjwani Pant Parekh Parikh Parmar Paswan Pathak Pathan Patnaik Patra Pattnaik
Paudel Phadke Pradhan Prabhakar Prabhu Prajapati Prakash Prasad Puri Purohit Qadir Qazi Rafiq Raghunathan Rahim Rai Raina Raj Raja Rajagopalan Rajan Rajendran
Rajput Ram Ramachandran Ramakrishnan Raman Ramanujan Ramaswamy Ramesh Rana Ranade Ranganathan Rangarajan Ranatunga Rastogi Raut Rautela Raval Ravi Rawat Ray
Raza Rehman Rizvi Sabharwal Sachdev Sachdeva Sahni Sahoo Sahu Saikia Saini Salvi Samanta Samaraweera Samuel Sangakkara Sanghvi Sankar Sapra Sarin Sarkar
Sastry Satyanarayan Savarkar Sawant Sehgal Sengupta Senanayake Seshadri Shaikh Shankar Sherpa Sheth Shrestha Sibal Sidhu Sikdar Singhal Singhania Sinha Sodhi
Solanki Somani Sood Soni Sridharan Srinivas Subedi Subramaniam Sundar Sundararajan Suri Suryavanshi Swaminathan Swamy Tagore Talukdar Talwar Tandon Tata Tendulkar
Thakkar Thakre Thapa Tharoor Thomas Tomar Tripathi Trikha Tyagi Uddin Unnikrishnan Upadhyay Usmani Vaidya Vaidyanathan Vajpayee Varghese Varma Vasudevan Vats
Venkataraman Venkatesh Vig Virk Vohra Vora Vyas Wadhwa Wagh Waheed Wahi Walia Wani Warsi Wijesinghe Weerasinghe Yousaf Yusuf Zafar Zaidi Zaman Zardari Zaveri`);

export const SOUTHEAST_ASIAN_GIVEN =
  words(`Somchai Somsak Sompong Somporn Anong Apinya Arthit Boonmee Boonsri Chai Chaiwat Chalerm Chanida Chatchai Jirapat
Jaidee Kamon Kanya Kanokwan Kittisak Kraisak Lamai Malee Nattapong Nattaya Natthaporn Niran Noppadon Nuttapon Orapin Pakorn Panida Pattarapong Phichit Pimchanok
Ploy Pornthip Prasert Prasong Preecha Ratana Rattana Sakda Sirikit Siriporn Siriwan Sombat Sukanya Sunee Supachai Supaporn Surachai Suthida Taksin Thaksin
Thanakorn Thanawat Thidarat Tida Ubon Udom Vichai Wanchai Wanida Weerachai Wichai Wilai Yingluck Aditya Agung Agus Ahmad Andi Anisa Arief Bambang Bayu Budi
Cahya Citra Darma Dewi Dian Dwi Eka Eko Endang Fajar Fitri Gede Gunawan Hadi Hendra Herman Indah Indra Intan Iwan Joko Kadek Ketut Komang Lestari Made Maya
Megawati Mulyadi Ningsih Nur Nurul Nyoman Puspita Putra Putri Putu Rahayu Ratna Rini Rizky Sari Siti Slamet Sri Suharto Sukarno Suparman Supriyadi Susilo Suyanto
Taufik Teguh Tri Wahyu Wati Wawan Wayan Widodo Wulan Yanti Yudi Yuliana Yusuf Zulkifli Aizat Azlan Azmi Farah Faridah Hafiz Haziq Izzah Khairul Mahathir Najib
Norhayati Nurul Rosmah Shahrul Syafiq Syed Wan Zainal Zulaikha Bayani Benigno Corazon Crisanto Danilo Diosdado Diwata Emelita Ernesto Erlinda Estrella Ferdinand
Gloria Imelda Jejomar Jovelyn Jericho Junjun Ligaya Lourdes Luzviminda Makisig Maricel Marites Marivic Mayumi Nenita Rodel Rodrigo Rommel Rosalinda Rowena
Tala Teresita Virgilio Aung Thant Htet Khin Kyaw Myint Mya Nandar Ne Phyo Sandar Su Thandar Thein Thiri Thura Tin Tun Win Zaw Zin Sokha Sophea Sopheap Sothea
Srey Rithy Vannak Veasna Bopha Chanthou Dara Kosal Piseth Samnang Sovann Bounmy Khamla Phonesavanh Somphone`);
export const SOUTHEAST_ASIAN_SURNAMES =
  words(`Chaiyasit Charoenpura Chinnawat Jaidee Kittikachorn Pramoj Prayut Rattanakosin Saetang Saelim Shinawatra
Sirikul Siriwat Srisai Srisuk Suwannarat Thongchai Thongkam Vejjajiva Wongsakul Wongsawat Wattanapanich Phongsri Boonyarat Chaowalit Intarachai Kaewmanee
Limsakul Panyarachun Suksawat Anggraini Budiman Darmawan Firmansyah Gunawan Habibie Halim Handayani Hartono Hasibuan Hidayat Hutapea Kurniawan Kusuma Lubis
Maharani Marpaung Nababan Nasution Nugroho Nugraha Pangestu Panjaitan Permana Prabowo Pranoto Prasetyo Pratama Purnama Purnomo Rahmawati Ramadhan Saputra
Saragih Setiawan Siahaan Sihombing Simanjuntak Sinaga Siregar Situmorang Soekarno Subianto Sudirman Sugiarto Suharto Sukarnoputri Sulistyo Supriyanto Suryadi
Susanto Sutanto Tanjung Tarigan Utomo Wahid Wahyudi Wibowo Widjaja Widodo Wijaya Winata Wiranto Yudhoyono Yulianto Badawi Razak Mahathir Ismail Abdullah Osman
Aquino Arroyo Bautista Bonifacio Cabrera Cojuangco Cruz Cuevas Dimaculangan Dimaguiba Duterte Estrada Evangelista Garcia Lacson Laurel Luna Macapagal Mabini
Magsaysay Magbanua Manalo Mangubat Marcos Mendoza Ocampo Pacquiao Pangilinan Panganiban Poe Quezon Quirino Quisumbing Ramos Recto Reyes Robredo Roxas Salonga
Santos Sotto Sison Tolentino Villanueva Villar Zobel Thant Aung Kyaw Maung Htun Naing Oo Soe Thein Thaw Chea Chhim Heng Keo Khieu Kim Leng Mao Meas Norodom Nuon
Ouk Phan Pich Prak Sar Sem Sok Sun Tep Ung Yim Nguyen Tran Pham Huynh Hoang Phan Vu Vo Dang Bui Ngo Duong Ly Trinh Dinh Doan Luong Thai Truong Lam Quach Chau
Dao To Mai Tong Cao Ha Luu Thach`);

export const AFRICAN_MORE_GIVEN =
  words(`Abayomi Abeba Abebe Abena Abidemi Abimbola Abiodun Abiola Abiy Abosede Adaeze Adama Adaobi Adebisi Adebola Adedayo
Adegoke Adekunle Adeola Aderonke Adesina Adetokunbo Adewale Adjoa Adunni Adwoa Afia Afua Aida Ajani Ajuma Akello Akin Akinyi Akosua Akpan Akua Akwasi
Alemayehu Alemitu Almaz Ama Amadi Amadou Amahle Amanuel Amara Ameyo Aminata Amina Anan Anesu Anyango Arame Assefa Aster Atieno Awa Ayanda Ayele Ayinde Ayo
Ayodele Azubuike Babajide Babatunde Bakari Baraka Bekele Berhane Binta Birhanu Biruk Blessing Bolanle Boniface Boubacar Bukola Bunmi Busisiwe Chanda Cheikh
Chebet Chiamaka Chibueze Chibuzo Chidera Chidi Chidinma Chiedza Chiemeka Chika Chikondi Chima Chimamanda Chinedu Chinelo Chinenye Chinonso Chinua Chinwe Chioma
Chipo Chisomo Chizoba Chukwuebuka Chukwudi Chukwuemeka Chukwuma Dalisu Damilola Daudi Dawit Dejene Demba Desta Djibril Ebele Ebere Ebo Ebony Efe Efua Ejike
Ekene Emeka Emeke Enitan Enyinnaya Ermias Esi Eshe Esther Eyob Fanta Faraji Farai Fatou Fatoumata Fekadu Femi Fikile Fikru Folake Folasade Funke Funmilayo
Gathoni Genet Getachew Gideon Girma Gugu Habib Habiba Habtamu Hadiza Haile Hailu Hakizimana Halima Hamisi Hawa Hirut Hlengiwe Ibrahima Idowu Idrissa Ifeanyi
Ifeoma Ifeyinwa Ige Ikechukwu Ikenna Imani Isatou Issa Itumeleng Iyabo Jabari Jabu Jabulani Jamila Jelani Jomo Juma Kabelo Kagiso Kamaria Kamau Karanja Kariuki
Katlego Kayode Kebede Kehinde Kelechi Kenneth Khadija Khadijah Khalid Khanyisile Kibet Kidane Kiprono Kipkemboi Kiptoo Kofi Kojo Koffi Kouame Kudzai Kunle
Kwabena Kwadwo Kwaku Kwame Kwasi Lamine Lerato Lesedi Lindani Lindiwe Lungile Lwazi Macharia Madiba Mahlet Maina Makena Malaika Malick Mamadou Mandla Mariama
Marjani Masego Mathapelo Mbali Mehari Mekonnen Melaku Meron Mesfin Mohau Moussa Mpho Mulu Mumbi Musa Mutua Muthoni Mwajuma Mwanajuma Mwende Naledi Nana Nandi
Nassor Ndeye Ndidi Neema Nelisiwe Ngozi Ngugi Njeri Njoki Nkechi Nkemdilim Nkosazana Nkosinathi Nneka Nnamdi Nobuhle Nokuthula Nomsa Nomvula Nomfundo Nonhle
Nosipho Nthabiseng Ntombi Nyambura Nyasha Nyokabi Oba Obinna Obioma Oche Odunayo Ogechi Ogonna Okechukwu Okey Olabisi Oladele Olamide Olanrewaju Olayinka
Olu Olufemi Olufunke Olumide Olusegun Oluwaseun Oluwaseyi Oluwatobi Oluwatoyin Omolara Onyeka Onyinye Oumar Oumou Ousmane Palesa Papa Patience Penda Phumzile
Pumla Rahel Rashidi Refilwe Rehema Retta Rotimi Ruth Rutendo Saba Sadio Safiya Salif Salimata Samuel Sanaa Sekou Selam Selamawit Semira Senait Shaka Shani Sibongile
Sibusiso Sifiso Simba Sipho Siphiwe Sithembile Solomon Soro Souleymane Sunday Tadesse Tafadzwa Taiwo Takalani Tanisha Tariro Tatenda Tebogo Temitope Tendai
Teshome Tesfaye Tewodros Thabang Thabiso Thabo Thandeka Thandi Thandiwe Themba Thembi Thierno Thoko Thulani Tigist Titilayo Tobi Tobenna Tola Tope Toyin Tsegaye
Tshepo Tumelo Tunde Uche Uchechi Uchenna Udo Ufuoma Ugochi Ugochukwu Uju Uzoma Wairimu Wambui Wangari Wanjiku Wanjiru Waweru Wubet Wole Xolani Yaa Yakubu Yaw
Yared Yemi Yeshi Yetunde Yewande Yohannes Yonas Youssouf Zahara Zainabu Zanele Zawadi Zelalem Zenebech Zola Zodwa Zubeda Zuri`);
export const AFRICAN_MORE_SURNAMES =
  words(`Abara Abdi Abdullahi Abiodun Abiola Abraha Acheampong Achebe Adebanjo Adeboye Adedeji Adegbite Adekola Adeleke
Adelaja Ademola Adeniyi Adeoye Adesanya Adesina Adewale Adichie Adjei Afriyie Agbaje Agbo Agu Aguiyi Agyapong Ahmadu Aidoo Ajayi Akande Akbar Akindele Akinola
Akintola Akinwande Akpan Akufo Alabi Alao Amadi Amaechi Amankwah Amoah Amponsah Anane Aniagolu Ankrah Ansah Anyanwu Arthur Asamoah Asefa Asiedu Atta Ayew Ayodele
Azikiwe Baako Babangida Badu Bagayoko Baldeh Bamba Bangura Bassey Bediako Belete Berhane Beye Bikila Biya Boahen Boakye Bonsu Botha Buhari Busari Cele Ceesay
Chebet Cheruiyot Chikwanha Chinwe Chiwenga Chukwuma Conteh Dangote Darko Dembele Demissie Desta Dibaba Diakite Diarra Diatta Dieng Diouf  Dogbe Donkor
Doumbia Drogba Dube Egwu Ejiofor Ekeh Ekwueme Emecheta Enahoro Ezekwesili Fagbemi Falana Fashola Fofana Gaye Gebreselassie Getachew Gichuru Gitau Gomis Goodluck
Gumede Gyan Habte Habyarimana Haidara Hlongwane Ibe Ibori Idowu Igwe Iheanacho Ihejirika Ikpeba Imoudu Isaac Iwobi Iwu Jallow Jammeh Jobarteh Johnson-Sirleaf
Kaba Kagame Kalonzo Kanu Kariuki Karume Kaunda Kebe Kenyatta Khama Khoza Kibaki Kibet Kimani Kimathi Kimutai Kinyua Kipkemboi Kiplagat Kipruto Koech Koroma Korir
Kouassi Kouyate Kuffour Kufuor Kunene Kuti Kwarteng Lawal Lekota Legesse Letsie Lungu Mabaso Macharia Machel Madonsela Magufuli Mahama Mahlangu Maina Maduka
Makeba Makena Makhanya Malema Mamo Mandela Mane Mandi Maphosa Marechera Masango Maseko Masekela Masire Mathebula Mathibela Matlala Mavuso Mazibuko Mbappe Mbatha
Mbete Mboya Mchunu Mdluli Mekonnen Mendy Mengistu Metwally Mkhize Mnangagwa Modise Mofokeng Mohammed Moi Mokgadi Motlanthe Motaung Motsepe Mthembu Mthethwa Mudimbe
Mugabe Mukasa Muluzi Munyua Murunga Museveni Mutai Mutharika Muthoni Mutombo Muyanga Mwakasege Mwamba Mwanza Mwinyi Mzali Ndaba Ndebele Ndiaye Ndikumana Ndlela
Ndour Ndung'u Negash Ngata Ngcobo Ngema Nguema Ngugi Ngwenya Niang Njenga Njeri Njoku Nkomo Nkrumah Nkunda Nnadi Nnaji Nnamani Nsubuga Ntini Nwachukwu Nwankwo
Nwokolo Nxumalo Nyambura Nyamweya Nyerere Nyong'o Nzeogwu Obasanjo Obasi Obeng Obiora Obote Odinga Oduya Ofori Ogunbiyi Oguntade Ojo Ojukwu Okada Okeke Okereke
Okocha Okolie Okoro Okoye Okpara Okri Oladipo Olajuwon Olawale Olonga Oluoch Oluwole Omari Omar Omotoso Onana Onwudiwe Onyango Onyeama Opoku Oppong Oshiomhole
Osinbajo Osimhen Otieno Ouedraogo Owino Owolabi Oyelaran Oyelowo Oyinlola Pillay Pokou Quansah Quaye Radebe Ramaphosa Ruto Sabata Sagoe Sako Salah Samb Sane
Sankara Sankoh Sarpong Savimbi Seck Sekgota Selassie Senghor Sesay Shabangu Shagari Sibeko Sidibe Silla Sirleaf Sisulu Sobukwe Soglo Solomon Song Soyinka Sy Sylla
Taiwo Tall Tambo Teferi Tekle Tembo Terfa Thiam Thiong'o Tinubu Tolbert Toure Tsvangirai Tutu Tutuola Uche Udeze Udoh Ukpabio Umar Unegbu Usman Uzor Uzodimma
Waberi Wade Wairimu Waititu Wambua Wanyama Wekesa Wolde Woldemariam Worku Xaba Yakubu Yeboah Yohannes Yusuf Zenawi Zewde Zikode Zinsou Zondo Zongo Zungu Zuma`);
