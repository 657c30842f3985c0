import { Input, Progress, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { formatBytes, speechModelText } from '#shared/catalogue/speech-models.ts'
import type { ModelView } from '#shared/contract/views.ts'
import { modelsText } from '../../text/models.ts'
import { Button } from '../../ui/button.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { actionsOf } from './model-actions.ts'
import type { Models } from './use-models.ts'

const columnCount = Object.keys(modelsText.columns).length

interface ModelRowProps {
  readonly model: ModelView
  readonly models: Models
}

export function ModelRow({ model, models }: ModelRowProps): ReactNode {
  const [importing, setImporting] = useState(false)
  const problem = models.refusals[model.id] ?? model.problem
  return (
    <>
      <tr data-chosen={model.chosen}>
        <th scope="row">
          {model.title}
          <small>{model.note}</small>
        </th>
        <td>
          <State model={model} />
        </td>
        <td data-column="size">{model.bytes === undefined ? '' : formatBytes(model.bytes)}</td>
        <td>
          <span className="models-licence" title={`${model.licence}\n${model.origin}`}>
            {model.licence}
          </span>
        </td>
        <td>
          <Figures published={model.published} />
        </td>
        <td>
          <Actions model={model} models={models} onImport={() => setImporting(true)} />
        </td>
      </tr>
      {problem !== undefined && (
        <tr className="models-more">
          <td colSpan={columnCount} role="alert">
            <Icon name="caution" /> {problem}
          </td>
        </tr>
      )}
      {importing && (
        <tr className="models-more">
          <td colSpan={columnCount}>
            <ImportLine
              model={model}
              onDone={(path) => {
                setImporting(false)
                if (path !== '') models.importFrom(model, path)
              }}
            />
          </td>
        </tr>
      )}
    </>
  )
}

const icons: Readonly<Record<ModelView['state'], IconName | null>> = {
  installed: 'check',
  unverified: 'check',
  'not-installed': null,
  broken: 'caution',
  fetching: 'down',
  checking: 'wait',
}

function State({ model }: { readonly model: ModelView }): ReactNode {
  const { state, chosen, progress } = model
  const icon = icons[state]
  const total = progress?.total
  return (
    <>
      <span className="models-state" data-state={state}>
        {icon !== null && <Icon name={icon} />}
        {speechModelText.states[state]}
      </span>
      {chosen && <b className="models-chosen">{modelsText.chosen}</b>}
      {progress !== undefined && (
        <>
          <Progress
            size="small"
            showInfo={false}
            strokeColor="var(--accent)"
            percent={total === undefined ? 0 : (progress.received / total) * 100}
            aria-label={model.title}
          />
          <small className="models-progress">
            {modelsText.progress(
              formatBytes(progress.received),
              total === undefined ? undefined : formatBytes(total),
            )}
          </small>
        </>
      )}
    </>
  )
}

function Figures({ published }: Pick<ModelView, 'published'>): ReactNode {
  if (published.length === 0) return <small>{modelsText.noFigures}</small>
  return (
    <ul className="models-figures">
      {published.map(({ measure, value, unit, source }) => (
        <li key={measure} title={modelsText.figureHint(measure, source)} tabIndex={0}>
          {measure}{' '}
          <b>
            {value}
            {unit === '%' && ' %'}
          </b>
        </li>
      ))}
    </ul>
  )
}

interface ActionsProps extends ModelRowProps {
  readonly onImport: () => void
}

function Actions({ model, models, onImport }: ActionsProps): ReactNode {
  const [mirror, setMirror] = useState(model.mirrors[0])
  const actions = actionsOf(model)
  const fetches = actions.includes('fetch') || actions.includes('fetchAgain')
  return (
    <div className="models-actions">
      {fetches && model.mirrors.length > 1 && (
        <Select
          className="models-mirror"
          size="small"
          aria-label={modelsText.from}
          value={mirror ?? null}
          onChange={(chosen) => setMirror(chosen)}
          // A dialog lies above everything else on the page.
          getPopupContainer={(element: HTMLElement) => element.parentElement ?? element}
          popupMatchSelectWidth={false}
          options={model.mirrors.map((address) => ({
            value: address,
            label: new URL(address).host,
            title: address,
          }))}
        />
      )}
      {actions.map((action) => (
        <Button
          key={action}
          kind={action === 'choose' || action === 'fetch' ? 'plain' : 'quiet'}
          onClick={() => (action === 'import' ? onImport() : models.act(model, action, mirror))}
        >
          {modelsText.actions[action]}
        </Button>
      ))}
    </div>
  )
}

interface ImportLineProps {
  readonly model: ModelView
  /** An empty path = not after all. */
  readonly onDone: (path: string) => void
}

function ImportLine({ model, onDone }: ImportLineProps): ReactNode {
  const [path, setPath] = useState('')
  return (
    <form
      className="models-import"
      onSubmit={(event) => {
        event.preventDefault()
        onDone(path.trim())
      }}
    >
      <Input
        autoFocus
        aria-label={modelsText.of(modelsText.importPath, model.title)}
        placeholder={`${modelsText.importPath}，${modelsText.importHint}`}
        value={path}
        onChange={(event) => setPath(event.target.value)}
      />
      <Button disabled={path.trim() === ''} onClick={() => onDone(path.trim())}>
        {modelsText.importNow}
      </Button>
      <Button kind="quiet" onClick={() => onDone('')}>
        {modelsText.importCancel}
      </Button>
    </form>
  )
}
