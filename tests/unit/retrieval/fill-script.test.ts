import { describe, expect, it } from 'vitest'
import { fillScript } from '#shared/domain/scripts/fill-script.ts'
import { placeholdersOf } from '#shared/domain/scripts/placeholders.ts'

describe('fillScript', () => {
  it.each([
    [
      '您好，{{hotline}}，工号{{staffNumber}}。',
      { hotline: '广州12345', staffNumber: '1024' },
      '您好，广州12345，工号1024。',
    ],
    ['{{callerName}}，您好。', {}, '您好。'],
    ['{{callerName}}，您好。', { callerName: ' ' }, '您好。'],
    ['地址是{{ address }}，对吗？', { address: '五山路1号' }, '地址是五山路1号，对吗？'],
    ['转给{{unit}},{{deadline}}内回复', { deadline: '三天' }, '转给三天内回复'],
    ['{{toString}}好', {}, '好'],
    ['{{phone}}', { phone: '$&$1' }, '$&$1'],
  ])('%s', (words, values, filled) => {
    expect(fillScript(words, values)).toBe(filled)
  })
})

it('placeholdersOf names each once', () => {
  expect(placeholdersOf('{{unit}}和{{ unit }}，{{phone}}')).toEqual(['unit', 'phone'])
})
