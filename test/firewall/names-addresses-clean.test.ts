import { describe, expect, test } from 'bun:test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesDetector } from '../../src/firewall/detectors/addresses/addresses-detector.ts';
import type { Detector } from '../../src/firewall/detectors/detector.ts';
import { namesDetector } from '../../src/firewall/detectors/names/names-detector.ts';

function found(detector: Detector, text: string): string[] {
  const values: string[] = [];
  detector.detect(
    text,
    (start, end, _kind, _type, score) => {
      if (score >= 0.5) values.push(text.slice(start, end));
    },
    { regions: [] },
  );
  return values;
}

const clean: Record<string, string> = {
  en: 'Dear all, the meeting moves to Room 12 on Tuesday. Release 3.4 ships 20 Features, 5 Fixes and 2 Breaking Changes. Thanks, Support Team. I am happy to help: call us when the server returns 500 Internal Server Error.',
  de: 'Liebe Kolleginnen, die Sitzung beginnt um 14 Uhr in Raum 3. Im Jahr 2023 waren 40 Prozent der Arbeitsplätze besetzt. Das Protokoll steht in Abschnitt 5 und Tabelle 7. Vielen Dank, Ihr Team.',
  fr: 'Bonjour à tous, la réunion aura lieu à 14 heures dans la salle 3. Voir le chapitre 5 et la page 12. Le Conseil a adopté 12 mesures en 2023. Cordialement, Le service client.',
  es: 'Estimados clientes, el pedido llegará en 5 días. Vea la página 12 del Manual y la Tabla 3. En 2023 hubo 40 Casos nuevos. Saludos, El equipo de soporte.',
  it: 'Gentile cliente, il pacco arriva in 3 giorni. Vedi pagina 12 del Manuale. Nel 2023 abbiamo chiuso 40 casi via Email. Cordiali saluti, Il Team.',
  pt: 'Prezado cliente, o pedido chega em 3 dias. Veja a página 12 do Manual. Em 2023 tivemos 40 casos. Atenciosamente, Equipe de suporte.',
  pl: 'Szanowni Państwo, spotkanie odbędzie się o godzinie 14 w sali 3. Zobacz rozdział 5 i tabelę 7. W 2023 roku było 40 przypadków. Pozdrawiam, Zespół wsparcia.',
  sv: 'Hej alla, mötet börjar klockan 14 i sal 3. Se kapitel 5 och tabell 7. Under 2023 fanns 40 ärenden. Vänliga hälsningar, Supporten.',
  ru: 'Уважаемые коллеги, встреча начнётся в 14 часов в комнате 3. Смотрите Главу 5 и Таблицу 7. В 2023 году было 40 случаев. С уважением, Команда поддержки.',
  zh: '各位同事，会议在下午3点开始。请看第5章和表7。2023年共有40个案例。高速公路长度为120公里，温度很高，方法很多。',
  ja: '皆様、会議は14時から第3会議室で行います。第5章と表7を参照してください。2023年には40件ありました。お客様サポート。',
  ko: '여러분, 회의는 14시에 3층 회의실에서 시작합니다. 5장과 표 7을 참고하세요. 2023년에는 40건이 있었습니다. 고객님께 감사드립니다.',
  ar: 'مرحبا بالجميع، يبدأ الاجتماع في الساعة 14 في القاعة 3. انظر الفصل 5.',
  code: 'const name: string = "Alpha Beta"; // see Section 12\nfunction firstName(user: User): string { return user.firstName; }\n{ "name": "left-pad", "version": "1.2.3", "address": "0x1234" }',
};

describe('clean text stays untouched', () => {
  for (const [language, text] of Object.entries(clean)) {
    test(language, () => {
      expect(found(namesDetector, text)).toEqual([]);
      expect(found(addressesDetector, text)).toEqual([]);
    });
  }
});

test('the sources of these detectors hold no finding of their own', () => {
  const folder = join(import.meta.dir, '../../src/firewall/detectors');
  for (const sub of ['names', 'addresses']) {
    for (const file of readdirSync(join(folder, sub))) {
      const text = readFileSync(join(folder, sub, file), 'utf8');
      expect({ file, found: [...found(namesDetector, text), ...found(addressesDetector, text)] }).toEqual({
        file,
        found: [],
      });
    }
  }
});
