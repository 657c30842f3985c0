import type { ReactNode } from 'react'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import { modelRoles } from '#shared/contract/views.ts'
import { modelsText } from '../../text/models.ts'
import { ModelRow } from './model-row.tsx'
import { useModels } from './use-models.ts'
import './models.css'

const { columns } = modelsText

/** 识别模型: what there is for each role, how it stands, and what can be done with it. */
export function ModelPage(): ReactNode {
  const models = useModels()
  if (models.failure !== null) return <p className="empty">{models.failure}</p>
  const { list } = models
  if (list === null) return <p className="empty">{modelsText.loading}</p>
  return (
    <section className="models">
      <p className="models-about">{modelsText.about}</p>
      <table>
        <thead>
          <tr>
            {Object.entries(columns).map(([name, title]) => (
              <th key={name} scope="col" data-column={name}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {modelRoles.map((role) => (
          <tbody key={role}>
            <tr className="models-role">
              <th colSpan={Object.keys(columns).length} scope="rowgroup">
                {speechModelText.roles[role]}
              </th>
            </tr>
            {list
              .filter((model) => model.role === role)
              .map((model) => (
                <ModelRow key={model.id} model={model} models={models} />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
