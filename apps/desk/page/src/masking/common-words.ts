// Words with which sentences begin and which are nobody's name, in the languages that the office speaks. Whatever is not here
// and begins with a capital is covered: a word too many is a click, a word too few is a name on the screen.
const common = new Set(
  `
  m mwen ou li l nou n yo y w ki k kiyès sa se si lè lò le kilè kote kijan kouman poukisa paske pou apre anvan jodi ayè maten midi
  aswè lannwit swa toujou kounye isit la sèlman donk konsa pandan depi menm lòt plizyè kèk chak yon youn de twa kat senk tout anpil
  pa pi men epi e ak avèk nan sou anba devan dèyè bò te ap pral gen genyen pèsonn anyen moun fanm gason tigason tifi timoun pitit
  zanmi vwazen manman papa polis sòlda jandam militè patwouy machin kamyon moto lari kay plak foto tanpri mèsi bonjou bonswa wi non
  gade ede vini rele mande pale chèche kaye fè di wè kite pran voye mete bay ale pawòl mesaj repons kesyon istwa plent lajan fòs
  temwen komisyon panèl biwo misyon tribinal jij avoka lapolis lajistis dosye ankèt ankete prèv viktim responsab

  je j tu il elle on nous vous ils elles les l d c s t qu un une des du ce cela ça ces cette cet mon ma mes son ses leur leurs
  notre nos qui que quoi quand où comment pourquoi mais et donc or ni car avec sans dans sur sous par après avant hier demain
  aujourd maintenant puis alors ensuite depuis chaque tous toute toutes plusieurs quelques personne rien merci bonsoir oui
  après-midi pendant vers chez ici voici voilà en au aux deux trois quatre cinq soldats policiers hommes femmes enfants
  pas ne n témoin témoins témoignage commission bureau mission tribunal juge avocat police justice dossier plainte enquête victime

  i he she it we you they the a an this that these those my his her our your their who what where why how when if but and so
  because with without in on at to from for by after before yesterday today tomorrow now then later since during each every all
  some many several thanks thank please hello good yes no not there here one two three four five police soldiers people men women
  children was were is are did do does have had nobody nothing
  not never witness witnesses commission panel office mission court judge lawyer justice case complaint inquiry victim evidence

  yo tú él ella nosotros ustedes ellos ellas el la los las una unos unas este esta ese esa eso mi su sus nuestro qué quién cuándo
  cuando dónde donde cómo como por porque pero y o u entonces sin sobre para después antes ahora luego desde durante cada todo
  todos todas algunos muchos nadie nada gracias hola buenos buenas sí no hay fue era hoy ayer mañana al del
  nunca testigo testigos comisión oficina misión tribunal juez abogado policía justicia caso queja víctima soldados

  mimi wewe yeye sisi nyinyi ninyi wao ni na ya wa kwa katika baada kabla jana leo kesho sasa halafu kisha lakini au kama ikiwa
  kwani nani nini lini wapi vipi kila wote watu mtu watoto mtoto wanawake wanaume mwanamke mwanaume askari asante habari ndiyo
  hapana tafadhali hapo hapa pale huyo huyu yule hii hiyo ile
  si shahidi mashahidi tume ofisi misheni mahakama hakimu wakili polisi haki kesi faili malalamiko ushahidi
  `
    .trim()
    .split(/\s+/),
);

/**
 * Whether a word at the beginning of a sentence says nothing of who anybody is: "Mwen", also where it lost its end, "M'ap",
 * "J'ai". Never where a capital stands behind the mark: "L'Ouverture".
 */
export function isCommonWord(word: string): boolean {
  const [first = "", ...rest] = word.split(/['’]/u);
  if (rest.length > 0 && first.length <= 2) return common.has(first.toLowerCase()) && !/^\p{Lu}/u.test(rest[0] ?? "");
  return common.has(word.toLowerCase());
}
