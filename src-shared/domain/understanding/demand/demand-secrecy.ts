/** 也别说是家长反映的, 但别叫学校知道, 先别声张: that the other party must not learn who called, with the words that lead to it. */
const secrecy =
  /，?(?:但是?|不过|还有|就是|主要)?(?:说一句|提一句)?，?(?:你们?|您)?(?:去|查|来|处理|反映|问|调查)?(?:的?[时石][候侯后])?(?:也|就|千万|可|先|都|一定|最好)*(?:别|不要|不能|不可以|莫|不准|不许)(?:说(?:是|出|我|谁|漏)|提(?:我|名|起我)|透露|泄露|声张|暴露|往外|写(?:我|说的|名)|(?:跟|和|向|对)[^，]{1,6}?(?:说(?!清|明)|讲|提)|告[诉知](?:他|她|老板|对方|物业|单位|学校|公司|别人|店|商家)|(?:让|叫|给|被)[^，]{1,8}?(?:知[道到]|晓得|看到|认出)(?!怎|如何))[^，]*/g

/** A wish without what keeps the caller secret, which has a field of its own. */
export const withoutSecrecy = (words: string): string => words.replace(secrecy, '')
