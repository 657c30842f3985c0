/** What may stand between the pieces of an answer. */
export const filler =
  /^(?:我?(?:姓名|名字|名)(?:叫|是)?|免贵姓?|[我他她]?(?:姓|叫做?|是|就是|名叫|全名叫?)|复姓|单名一?个?|单字|真名|本名|大名|[啊呃嗯哦呢嘛吧啦呀哎]|就是|那个|这个|那两个|那字|字|念|读|写|也是|两个字|对|[男女](?:的|士|生|地|得|滴|嘅)?|先生|女士|小姐)/
/** 燕子不是晏…: what was begun, and is put right. */
export const restart = /^[一-龥]{0,3}?(?:不是|不对|错了)/
