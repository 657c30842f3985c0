import { oncePer } from '../../base/remember.ts'
import { flatten, type FlatText } from '../../text/flat-text.ts'
import { type NameMatch, remembering } from '../../text/name-index.ts'
import type { CallContext, Turn } from '../call.ts'
import type { Lexicon, SitePack } from '../site-pack.ts'
import type { FieldName, HeardFields, HeardValue, IncidentAddress } from '../ticket-fields.ts'
import { hearAddress, withoutParty } from './place/address.ts'
import { type FoundPart, partsIn } from './place/address-parts.ts'
import { rememberParts } from './place/address-statements.ts'
import { hearAmount } from './count/amount.ts'
import { typeAgainstParty } from './kind/blamed-party.ts'
import { hearCategory } from './kind/category.ts'
import { indexCategories } from './kind/category-index.ts'
import { hearAnonymous } from './person/anonymity.ts'
import { hearConfidential } from './person/confidentiality.ts'
import { hearContactName } from './person/contact-name.ts'
import { leftUnnamed } from './person/left-unnamed.ts'
import { hearContent } from './demand/content.ts'
import { hearDemand } from './demand/demand.ts'
import { hearGender } from './person/gender.ts'
import { type Line, listen } from './hearing/hearing.ts'
import { tellsOfIncident } from './kind/grievance.ts'
import { hearIncidentTime } from './time/incident-time.ts'
import { withParticles } from './hearing/particles.ts'
import { hearPeople } from './count/people.ts'
import { peopleAtIssue } from './count/people-at-issue.ts'
import { hearPhone } from './phone/phone.ts'
import { withTellingWords } from './demand/telling-words.ts'
import { hearPromises } from './demand/promises.ts'
import { createAtlas, heldAgainst } from './place/place-atlas.ts'
import { indexPlaces } from './place/place-names.ts'
import { hearRequestType } from './kind/request-type.ts'
import { hearRiskTags } from './kind/risk-tags.ts'
import { withSaidDistrict } from './place/said-district.ts'
import { asLikelyMeant } from './hearing/likely-spelling.ts'
import { createWordUnits } from './hearing/word-units.ts'
import { spelledBySeat } from './hearing/seat-spelling.ts'
import { sumAtIssue } from './count/sum-at-issue.ts'
import { hearSubject } from './party/subject.ts'
import { knownIn } from './party/subject-mentions.ts'
import { misheardNames, withPartyName } from './party/name-in-draft.ts'
import { taggedParties } from './party/tagged-parties.ts'
import { indexSubjects } from './party/subject-names.ts'
import { hearUnit } from './kind/unit.ts'
import { hearUrgency } from './kind/urgency.ts'
import { warmUp } from './warm-up.ts'
import { isWrongNumber } from './kind/wrong-number.ts'

export type UnderstandingPack = Pick<
  SitePack,
  'divisions' | 'roads' | 'points' | 'subjects' | 'categories' | 'lexicon' | 'dispatch'
>

/** Turns a call's turns into ticket fields. */
export interface Understanding {
  /**
   * All fields understood from the turns so far; the same turns give the same fields however they arrived. A field
   * that was not said is absent.
   */
  understand(turns: readonly Turn[], context: CallContext): HeardFields
}

/** Indexes a site pack once; `understand` is then cheap enough to be called after every turn. */
export function createUnderstanding(pack: UnderstandingPack): Understanding {
  const places = remembering(indexPlaces(pack))
  const atlas = createAtlas(pack)
  const subjects = remembering(indexSubjects(pack))
  const parts = rememberParts((line: Line) => placesOnly(partsIn(line, places), knownIn(line, subjects)))
  const categories = indexCategories(pack.categories, pack.lexicon.synonyms)
  const units = createWordUnits(pack.categories)
  const flattened = rememberFlat(pack.lexicon)

  const understanding: Understanding = {
    understand(turns, context) {
      const heard = listen(turns, context, flattened)
      if (isWrongNumber(heard)) return {}
      const spelled = spelledBySeat(withParticles(heard))
      // Names are looked for by their sound; what is told of them is read as it was likely meant.
      const hearing = asLikelyMeant(heard)
      const meant = withParticles(hearing)
      const parties = taggedParties(spelled, subjects)
      const typeByWords = hearRequestType(hearing)
      const question = typeByWords?.value === '咨询'
      // A question about opening hours or places tells of no incident.
      const asksOnly = question && !tellsOfIncident(hearing)
      const address = withSaidDistrict(atlas, heldAgainst(atlas, hearAddress(spelled, parts)), spelled)
      const subject = asksOnly
        ? undefined
        : hearSubject(spelled, subjects, address, typeByWords?.value, parties)
      const requestType = typeAgainstParty(typeByWords, subject, hearing)
      const urgency = hearUrgency(hearing, requestType)
      // 江南大道中二百零五号, told of one's own shop by who asks about a permit, is the place of nothing: no ticket is raised.
      const answered = requestType?.value === '咨询' && urgency === undefined
      const told = withoutParty(address, subject?.value)
      const place = answered || (asksOnly && isDistrictOnly(told)) ? undefined : told
      const time = hearIncidentTime(meant, requestType?.value)
      const content = hearContent(hearing, {
        requestType: requestType?.value,
        time,
        address: place,
        subject,
      })
      const misheard = misheardNames(hearing, subject?.value, subjects)
      const category = hearCategory(hearing, categories)
      const amount = sumAtIssue(hearAmount(meant, requestType?.value), meant, requestType?.value)
      const named = hearContactName(heard)
      const anonymous = leftUnnamed(hearAnonymous(hearing), hearing, named?.value)
      // An anonymous caller leaves no name, whatever form of address the seat used.
      const name = anonymous?.value === true ? undefined : named
      const demand = withTellingWords(hearDemand(hearing, requestType), hearing, units, {
        amount,
        address: place,
        name,
      })
      return present({
        contactName: name,
        gender: hearGender(heard),
        contactPhone: hearPhone(heard),
        requestType,
        urgency,
        incidentTime: time,
        incidentAddress: place,
        subject,
        category,
        unit: hearUnit(category, place, pack.dispatch),
        content: withPartyName(content, misheard),
        demand: withPartyName(demand, misheard),
        confidential: hearConfidential(hearing),
        anonymous,
        amountYuan: amount,
        people: asksOnly ? undefined : peopleAtIssue(hearPeople(meant), meant, requestType?.value),
        riskTags: hearRiskTags(hearing),
        promises: hearPromises(hearing),
      })
    },
  }
  warmUp(understanding)
  return understanding
}

/** 体育西路 in the name of the shop 穗禾西饼体育西路店 is part of that name. */
function placesOnly(parts: readonly FoundPart[], names: readonly NameMatch<unknown>[]): readonly FoundPart[] {
  // 青年路二百六十号夏港市场: at the end of an address even a listed party is a place.
  const follows = (part: FoundPart) =>
    parts.some((other) => other.end === part.start || (other.start === part.end && other.part === 'road'))
  const belongs = (part: FoundPart) => (name: NameMatch<unknown>) =>
    name.start <= part.start &&
    name.end >= part.end &&
    (name.end - name.start > part.end - part.start || (part.confidence < 0.9 && !follows(part)))
  // 美缘坊芳村 in 美缘坊芳村店 has only the shape of a village.
  const reachesInto = (part: FoundPart) => (name: NameMatch<unknown>) =>
    part.confidence < 0.9 &&
    part.part === 'community' &&
    name.by === 'text' &&
    name.start === part.start &&
    name.end < part.end
  return parts.filter((part) => !names.some((name) => belongs(part)(name) || reachesInto(part)(name)))
}

/** Turns are immutable: what was prepared for one is kept as long as the turn lives. */
const rememberFlat = (lexicon: Lexicon): ((turn: Turn) => FlatText) =>
  oncePer((turn) => withoutHomophones(flatten(turn.text), lexicon))

/** Known slips of the recogniser (成管 for 城管) put right; only of equal length, so that quotes keep their place. */
function withoutHomophones(flat: FlatText, lexicon: Lexicon): FlatText {
  const text = lexicon.homophones.reduce(
    (words, { heard, meant }) => (heard.length === meant.length ? words.replaceAll(heard, meant) : words),
    flat.text,
  )
  return text === flat.text ? flat : { ...flat, text }
}

const isDistrictOnly = (address: HeardValue<IncidentAddress> | undefined): boolean =>
  Object.keys(address?.value ?? {}).every((part) => part === 'district')

type Candidates = { readonly [K in FieldName]?: HeardFields[K] | undefined }

function present(candidates: Candidates): HeardFields {
  return Object.fromEntries(Object.entries(candidates).filter(([, value]) => value !== undefined))
}
