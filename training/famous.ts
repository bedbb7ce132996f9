/** Surnames of people the whole world writes about: prose names them alone, without a first name. Written down by us. */
export const FAMOUS_SURNAMES: readonly string[] =
  `Picasso Einstein Newton Darwin Freud Marx Lenin Stalin Trotsky Hitler Mussolini Franco Churchill Roosevelt Truman
Eisenhower Kennedy Johnson Nixon Carter Reagan Bush Clinton Obama Trump Biden Gandhi Nehru Modi Mandela Tutu Castro Guevara Chavez Maduro Lula Bolsonaro
Putin Yeltsin Jeltsin Gorbachev Khrushchev Brezhnev Medvedev Zelensky Lukashenko Erdogan Ataturk Merkel Kohl Schröder Scholz Adenauer Brandt Macron Hollande
Sarkozy Chirac Mitterrand Giscard Pompidou Napoleon Bonaparte Bismarck Thatcher Major Blair Brown Cameron May Johnson Sunak Starmer Corbyn Arafat Sharon
Netanyahu Rabin Peres Abbas Mubarak Assad Saddam Hussein Gaddafi Qaddafi Khomeini Khamenei Rouhani Ahmadinejad Karzai Musharraf Bhutto Mao Deng Xi Abe
Koizumi Merkel Draghi Berlusconi Prodi Renzi Conte Meloni Rajoy Zapatero Aznar Sanchez Rutte Orban Tusk Kaczynski Walesa Havel Klaus Babis Milosevic Tudjman
Tito Karadzic Mladic Kissinger Powell Rice Rumsfeld Cheney Gore Kerry McCain Romney Sanders Warren Pelosi Rove Ashcroft Greenspan Bernanke Yellen Powell Annan
Shakespeare Dickens Austen Tolstoy Dostoevsky Chekhov Kafka Goethe Schiller Mann Hesse Brecht Grass Camus Sartre Hugo Balzac Flaubert Proust Voltaire Rousseau
Montesquieu Descartes Kant Hegel Nietzsche Schopenhauer Wittgenstein Heidegger Plato Aristotle Socrates Cicero Caesar Homer Virgil Dante Petrarca Boccaccio
Machiavelli Galileo Copernicus Kepler Curie Pasteur Tesla Edison Bell Ford Rockefeller Rothschild Carnegie Gates Jobs Bezos Musk Zuckerberg Buffett Soros
Mozart Beethoven Bach Haydn Schubert Brahms Wagner Verdi Puccini Vivaldi Chopin Liszt Tchaikovsky Stravinsky Mahler Sibelius Grieg Nielsen Dylan Lennon McCartney
Presley Jackson Sinatra Bowie Hendrix Cobain Madonna Rihanna Beyonce Adele Sheeran Swift Rembrandt Vermeer Monet Manet Cezanne Gauguin Matisse Dali Miro Goya
Velazquez Michelangelo Raphael Leonardo Botticelli Caravaggio Titian Munch Klimt Warhol Pollock Hitchcock Spielberg Kubrick Scorsese Tarantino Godard Truffaut
Fellini Bergman Kurosawa Chaplin Disney Lucas Cameron Nolan Almodovar Bogart Brando Pacino Hanks Cruise Pitt Clooney DiCaprio Roberts Streep Kidman Hepburn Monroe
Pele Maradona Messi Ronaldo Neymar Zidane Beckham Rooney Henry Cantona Platini Cruyff Beckenbauer Müller Klinsmann Matthäus Mourinho Guardiola Ferguson Wenger
Ancelotti Klopp Romario Ronaldinho Rivaldo Kaka Zico Socrates Dunga Bebeto Federer Nadal Djokovic Agassi Sampras Borg McEnroe Becker Graf Williams Seles Senna
Schumacher Prost Hamilton Verstappen Vettel Alonso Barrichello Piquet Fittipaldi Armstrong Indurain Merckx Bolt Lewis Phelps Jordan Bryant James Tyson Ali Foreman
Woods Federline Winfrey Letterman Leno Oprah Spears Hilton Kardashian Borges Neruda Marquez Allende Cortazar Vargas Paz Fuentes Lorca Cervantes Unamuno Machado
Saramago Pessoa Camoes Eca Amado Lispector Ibsen Strindberg Hamsun Andersen Kierkegaard Bohr Nobel Linnaeus Palme Kreisky Waldheim Haider Rushdie Naipaul Achebe Soyinka
Coetzee Gordimer Mugabe Nkrumah Lumumba Mobutu Kabila Selassie Nyerere Kenyatta Zuma Mbeki Ramaphosa Orwell Huxley Woolf Joyce Beckett Yeats Wilde Shaw Byron Keats
Shelley Wordsworth Blake Milton Chaucer Twain Hemingway Faulkner Steinbeck Fitzgerald Poe Melville Whitman Dickinson Salinger Roth Updike Rowling Tolkien Lewis King
Christie Doyle Fleming Le Carre Brown Grisham Hawking Feynman Oppenheimer Fermi Heisenberg Schrödinger Planck Turing Gödel Hilbert Gauss Euler Fermat Pythagoras
Euclid Archimedes Faraday Maxwell Watt Mendel Fleming Salk Jenner Jung Adler Skinner Pavlov Chomsky Piaget Keynes Friedman Hayek Smith Ricardo Malthus Weber
Durkheim Foucault Derrida Habermas Adorno Arendt`.split(/\s+/);
