/** How characters of southern place names are read on the spot, where a dictionary says otherwise or nothing. */
export const localReadings: Readonly<Record<string, string>> = {
  涌: 'chong',
  㘵: 'bu',
  埗: 'bu',
  厦: 'xia',
  圩: 'xu',
  塱: 'lang',
  滘: 'jiao',
  漖: 'jiao',
  湴: 'ban',
  陂: 'pi',
  禺: 'yu',
  沥: 'li',
  埔: 'bu',
  碁: 'qi',
}
