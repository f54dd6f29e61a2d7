import { describe, expect, it } from 'vitest'
import { edits, firstWord, otherWords, searchable, searchKey } from '../../domain/search-key.ts'

describe('the search key of a name', () => {
  it.each([
    ['東都ディストリビューション', '東都ディストリビュション'],
    ['東都ディストリビューション株式会社', '東都ディストリビュション'],
    ['㈱青空ソフト', '青空ソフト'],
    ['（株）青空ソフト', '青空ソフト'],
    ['株式会社 青空ソフト', '青空ソフト'],
    ['有限会社みなと', 'みなと'],
    ['㈲みなと', 'みなと'],
    ['合同会社さくら', 'さくら'],
    ['一般社団法人日本協会', '日本協会'],
    ['ｱｵｿﾞﾗ・ｿﾌﾄ', 'アオゾラソフト'],
    ['ＡＢＣ　Ｃｏ．，Ｌｔｄ．', 'abc'],
    ['K.K. Minato', 'minato'],
    ['Minato Kabushiki Kaisha', 'minato'],
    ['Cascade Software, Inc.', 'cascadesoftware'],
    ['Cascade Corporation', 'cascade'],
    ['Evergreen Cloud LLC', 'evergreencloud'],
    ['Harbor Dental Group, PLLC', 'harbordentalgroup'],
    ['Fabrikam Pty Ltd', 'fabrikam'],
    ['Lumière Conseil SAS', 'lumiereconseil'],
    ['SARL Lumière', 'lumiere'],
    ['Ipê Tecnologia Ltda.', 'ipetecnologia'],
    ['Müller GmbH & Co. KG', 'muller'],
    ['Straße AG', 'strasse'],
    ['Bang & Olufsen A/S', 'bangolufsen'],
    ['Barilla S.p.A.', 'barilla'],
    ['Harbor Spa', 'harborspa'],
    ['Foo Sp. z o.o.', 'foo'],
    ['髙島屋', '高島屋'],
    ['がぎ', 'がぎ'],
    ['3M', '3m'],
  ])('of %s is %s', (name, key) => {
    expect(searchKey(name)).toBe(key)
  })

  it.each([
    ['株式会社', '株式会社'],
    ['AG', 'ag'],
    ['Limited Inc.', 'limited'],
    ['!!!', '!!!'],
    ['・ー', '・ー'],
  ])('leaves something of %s', (name, key) => {
    expect(searchKey(name)).toBe(key)
  })

  it('of nothing is nothing', () => {
    expect(searchKey(' \u3000')).toBe('')
  })

  it('is the same for itself', () => {
    for (const name of ['Müller GmbH & Co. KG', '東都ディストリビューション株式会社', 'ｱｵｿﾞﾗ'])
      expect(searchKey(searchKey(name))).toBe(searchKey(name))
  })
})

describe('the first word', () => {
  it.each([
    ['Cascade Software, Inc.', 'cascade', 'software'],
    ['Co-op Bank', 'co', 'opbank'],
    ['Distribution Partners GmbH', 'distribu', 'partners'],
    ['株式会社青空ソフト', '青空ソフト', ''],
    ['東都ディストリビューション', '東都ディストリビ', 'ュション'],
    ['3M', '3m', ''],
    ['', '', ''],
  ])('of %j is %j, and %j tells it from others', (name, word, rest) => {
    expect([firstWord(name), otherWords(name)]).toEqual([word, rest])
  })

  it('holds no half of a character', () => {
    expect(firstWord('東都電算機𠮷𠮷𠮷')).toBe('東都電算機𠮷')
  })
})

describe('a searchable text', () => {
  it('knows where each of its characters stands', () => {
    const text = 'Is ㈱ｱｵｿﾞﾗ・ソフト ready?'
    const { key, at } = searchable(text)
    expect(key).toBe('is株アオゾラソフトready')
    const plain = text.normalize('NFKC')
    expect(at.map((index) => plain[index]).join('')).toBe('Is株アオゾラソフトready')
  })

  it('counts letters that become two, and characters of two units', () => {
    expect(searchable('ß𠮷b')).toEqual({ key: 'ss𠮷b', at: [0, 0, 1, 1, 3] })
  })
})

describe('the distance of two keys', () => {
  it.each([
    ['contoso', 'contoso', 0],
    ['contoso', 'contso', 1],
    ['contoso', 'conttoso', 1],
    ['contoso', 'comtoso', 1],
    ['contoso', 'ocntoso', 1],
    ['contoso', 'ocntos', 2],
    ['青空ソフト', '青空ソフド', 1],
    ['contoso', 'fabrikam', 3],
    ['a', '', 1],
  ])('from %s to %s is %i', (one, other, distance) => {
    expect([edits(one, other), edits(other, one)]).toEqual([distance, distance])
  })
})
