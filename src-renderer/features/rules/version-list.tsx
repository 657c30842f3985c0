import type { ReactNode } from 'react'
import { formatDateTime } from '../../format/time.ts'
import { rulesText } from '../../text/rules.ts'

const { history: words } = rulesText

interface Version {
  readonly version: number
  readonly at: string
  readonly byName: string
  readonly note: string
  /** What is the matter with it, where something is. */
  readonly state?: 'off' | 'removed' | undefined
}

interface VersionListProps<Kept extends Version> {
  /** Newest first; the first one is in use. */
  readonly versions: readonly Kept[]
  readonly onRestore: (version: Kept) => void
  /** Absent where the pack has none. */
  readonly onRestorePack?: () => void
}

/** 历次版本: each can be put into the form again, to be tried and saved as a new one. */
export function VersionList<Kept extends Version>(props: VersionListProps<Kept>): ReactNode {
  const { versions, onRestore, onRestorePack } = props
  return (
    <section className="rules-history">
      <h3>{words.title}</h3>
      {versions.length === 0 ? (
        <p className="rules-soft">{words.none}</p>
      ) : (
        <ol>
          {versions.map((version, index) => (
            <li key={version.version}>
              <span>
                {words.line(version.version, formatDateTime(version.at), version.byName)}
                <span className="rules-soft"> {version.note === '' ? words.noNote : version.note}</span>
              </span>
              {version.state !== undefined && (
                <span className="rules-state">{words.states[version.state]}</span>
              )}
              {index === 0 && version.state === undefined && (
                <span className="rules-state">{words.inUse}</span>
              )}
              {index > 0 && version.state !== 'removed' && (
                <button
                  type="button"
                  className="button"
                  aria-label={words.restoreLabel(version.version)}
                  onClick={() => onRestore(version)}
                >
                  {words.restore}
                </button>
              )}
            </li>
          ))}
          {onRestorePack !== undefined && (
            <li>
              <span>{words.packLine}</span>
              <button
                type="button"
                className="button"
                aria-label={words.restorePackLabel}
                onClick={onRestorePack}
              >
                {words.restore}
              </button>
            </li>
          )}
        </ol>
      )}
    </section>
  )
}
