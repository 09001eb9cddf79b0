import fc from 'fast-check';

import { hasMixedScriptWord } from './scripts';
import { searchKey, searchWords } from './search-key';
import { nameKey } from './name-key';

describe('searchKey', () => {
  it.each([
    ['Търново', 'Târnovo', 'TARNOVO', 'Tărnovo'],
    ['Стефан', 'Stefan', 'Ștefan', 'Ştefan', 'S\u0326tefan'],
    ['България', 'Bulgaria', 'BULGARIA'],
    ['Мария', 'Maria', 'мария'],
    ['София', 'Cофия', 'Sofia'],
    ['Дирекция „Социално подпомагане“ – Видин', 'direktsia sotsialno  podpomagane - vidin'],
    ['Айше', 'Ayshe'],
    ['Şükrü', 'Sukru'],
    ['Козлодуй', 'Козлодуй'.normalize('NFD'), 'Kozloduy'],
    ['Пе\u200Bтров', 'Петров'],
  ])('%s and its other writings meet', (first, ...others) => {
    for (const other of others) expect(searchKey(other)).toBe(searchKey(first));
  });

  it.each([
    ['Петров', 'Петрова'],
    ['Георгиев', 'Gheorghiev'],
    ['Щерев', 'Sterev'],
  ])('%s and %s stay apart: other letters are another text', (a, b) => {
    expect(searchKey(a)).not.toBe(searchKey(b));
  });

  it('is its own key, whatever the case and the composition', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('абвгдежийъьюящЯБșțăâîŞŢIişüyYk-. „“')),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (value) => {
        const key = searchKey(value);
        expect(searchKey(key)).toBe(key);
        expect(searchKey(value.normalize('NFD'))).toBe(key);
        expect(key).not.toMatch(/[\p{Lu}\p{M}\p{Script=Cyrillic}]/u);
      }),
    );
  });

  it('gives its words', () => {
    expect(searchWords('Д-я „Социално подпомагане“ – Видин')).toEqual([
      'd',
      'ya',
      'sotsialno',
      'podpomagane',
      'vidin',
    ]);
    expect(searchWords(' – ')).toEqual([]);
  });
});

describe('nameKey', () => {
  it.each([
    ['Георгиев', 'Georgiev', 'Gheorghiev', 'GEORGHIEV'],
    ['Щерев', 'Shterev', 'Șterev', 'Sterev', 'Şterev'],
    ['Цветан', 'Tsvetan', 'Țvetan', 'Tvetan', 'Cvetan', 'Tzvetan'],
    ['Чавдар', 'Chavdar', 'Ceavdar', 'Ciavdar', 'Cavdar'],
    ['Живко', 'Zhivko', 'Jivko'],
    ['Първан', 'Parvan', 'Pârvan', 'Pîrvan'],
    ['Мария', 'Maria', 'Mariya', 'Mariia'],
    ['Стилиян', 'Stiliyan', 'Stilian'],
    ['Станчов', 'Stanchov', 'Stancioff'],
    ['Елена', 'Elena', 'Yelena', 'Ielena'],
    ['Кольо', 'Kolyo', 'Kolio'],
    ['Христо', 'Hristo', 'Christo', 'Khristo'],
    ['Михаил', 'Mihail', 'Mikhail'],
    ['Анна', 'Anna', 'Ana'],
    ['Камелия', 'Kamelia', 'Camelia'],
    ['Добрич', 'Dobrich', 'Dobrici'],
    ['Александър', 'Aleksandar', 'Alexandar'],
    ['Айше', 'Ayshe', 'Aișe', 'Ayşe'],
    ['Джамбов', 'Dzhambov', 'Geambov', 'Giambov'],
    ['Николай', 'Nikolay', 'Nicolai'],
    ['Tîrgu', 'Târgu'],
    ['Rîmnicu', 'Râmnicu'],
  ])('%s and its other spellings meet', (first, ...others) => {
    for (const other of others) expect(`${other} ${nameKey(other)}`).toBe(`${other} ${nameKey(first)}`);
  });

  it.each([
    ['Петров', 'Петрова'],
    ['Петров', 'Петков'],
    ['Иванов', 'Ивайлов'],
    ['Popescu', 'Попов'],
    ['Гюргево', 'Giurgiu'],
  ])('%s and %s stay apart', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it('meets wherever the search keys meet', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('абгежийцчшщъюяАБșțăâkcghtzse ')),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (value) => {
        fc.pre(!/â|ă/.test(value));
        expect(nameKey(searchKey(value))).toBe(nameKey(value));
      }),
    );
  });
});

describe('hasMixedScriptWord', () => {
  it.each([
    ['Cофия', true],
    ['Сofia', true],
    ['София Sofia', false],
    ['RO-2026-О0001', false],
    ['Popescu', false],
  ])('%s: %s', (text, mixed) => {
    expect(hasMixedScriptWord(text)).toBe(mixed);
  });
});
