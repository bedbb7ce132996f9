/** Scripts without capitals: a name is only known by what stands before it. Arabic, Hebrew, Devanagari and its kin, Thai. */
import type { Report } from '../detector.ts';

const ARABIC =
  /(?<![\u0621-\u064a])(?:اسمي(?: هو)?|أنا اسمي|انا اسمي|إسمي|يدعى|تدعى|اسمه|اسمها|و?(?:ال)?سيد(?:ة)?|الآنسة|السيدة|و?(?:ال)?دكتور(?:ة)?|د\.|الأستاذ(?:ة)?|المهندس(?:ة)?|الشيخ|عزيزي|عزيزتي|الاسم(?: الكامل)?\s?:|اسم (?:المريض|العميل|الموظف|الطالب)\s?:?|المريض(?:ة)?\s?:|نام\s?:|نام من|آقای|خانم|جناب|محترم)\s?["«]?([\u0621-\u064a\u0670-\u06d3]{2,12}(?: (?:بن|ابن|بنت|آل|أبو|عبد|ال)?[ ]?[\u0621-\u064a\u0670-\u06d3]{2,14}){0,2})/gu;
const HEBREW =
  /(?<![\u05d0-\u05ea])(?:שמי(?: הוא)?|קוראים לי|השם שלי(?: הוא)?|שמו|שמה|מר|גברת|גב['׳]|ד["״]ר|פרופ['׳]|עו["״]ד|שם(?: מלא| פרטי| משפחה| המטופל| הלקוח)?\s?:|לכבוד|יקר(?:ה)?)\s?([\u05d0-\u05ea]{2,12}(?:[-־][\u05d0-\u05ea]{2,12})?(?: (?:בן|בת|בר)?[ ]?[\u05d0-\u05ea]{2,12}(?:[-־][\u05d0-\u05ea]{2,12})?){0,1})/gu;
const INDIC =
  /(?<![\u0900-\u0dff])(?:मेरा नाम|मेरे नाम|उनका नाम|उसका नाम|नाम\s?:|पूरा नाम\s?:|रोगी(?: का नाम)?\s?:|ग्राहक\s?:|श्रीमती|श्रीमान|श्री|सुश्री|कुमारी|डॉ\.?|डॉक्टर|प्रो\.|माझे नाव|माझं नाव|নাম\s?:|আমার নাম|জনাব|শ্রী|என் பெயர்|பெயர்\s?:|திரு\.?|నా పేరు|ನನ್ನ ಹೆಸರು|എന്റെ പേര്|મારું નામ|ਮੇਰਾ ਨਾਮ)\s([\u0900-\u0dff]{2,14}(?: (?!है|हैं|और|से|ने|को|की|का|के|आहे|আর|এবং|மற்றும்)[\u0900-\u0dff]{2,14}){0,2})/gu;
const THAI =
  /(?:ผมชื่อ|ฉันชื่อ|ดิฉันชื่อ|หนูชื่อ|เขาชื่อ|เธอชื่อ|ชื่อ(?:-นามสกุล|ของฉันคือ|ของผมคือ)?\s?[:：]|คุณ(?=[\u0e01-\u0e2e]{1}[\u0e01-\u0e4e]{2,} )|นางสาว|นาง(?= )|นาย(?= ?[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e]+ [\u0e01-\u0e2e\u0e40-\u0e44])|ดร\.)\s?([\u0e01-\u0e4e]{2,16}(?: [\u0e01-\u0e4e]{2,20})?)/gu;

/** Words that follow a title or introduction and end the name, or stand where a name could. */
const NOT_NAME =
  /^(?:في|من|على|إلى|الى|عن|هو|هي|كان|كانت|الذي|التي|و|أن|قال|قالت|الرئيس|الوزير|العميل|المدير|הוא|היא|אני|של|את|על|עם|גר|גרה|ואני|שלי|היה|לקוח|है|हैं|और|ครับ|ค่ะ|และ|อยู่|ที่|เป็น|ลูกค้า|ไฟล์|ผู้ใช้|สินค้า)$/u;
const NOT_AFTER_ARABIC =
  / (?:في|من|على|إلى|الى|عن|هو|هي|كان|كانت|الذي|التي|وأنا|وانا|وعمري|وأعمل|وأسكن|أن|قال|قالت|قد|لقد|بعد|قبل|مع|אני|הוא|היא|של|את|על|עם|גר|גרה|ואני|ואנו|היה|הייתה|מתגורר|מתגוררת|לא|כי|עובד|עובדת|ที่|เป็น|อยู่|ครับ|ค่ะ|อายุ|และ|มา|है|हैं).*$/u;

export function detectRightToLeft(text: string, report: Report): void {
  each(text, ARABIC, 0.7, report);
  each(text, HEBREW, 0.7, report);
}

export function detectIndicAndThai(text: string, report: Report): void {
  each(text, INDIC, 0.75, report);
  each(text, THAI, 0.7, report);
}

function each(text: string, pattern: RegExp, score: number, report: Report): void {
  for (const match of text.matchAll(pattern)) {
    const name = (match[1] ?? '').replace(NOT_AFTER_ARABIC, '');
    if (name.length < 2 || NOT_NAME.test(name)) continue;
    const start = match.index + match[0].length - (match[1] ?? '').length;
    report(start, start + name.length, 'PERSON', 'PERSON', score);
  }
}
