import './no-eval.ts'
import { connectHere } from './connection.ts'
import { mount } from './mount.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
mount(root, connectHere())
