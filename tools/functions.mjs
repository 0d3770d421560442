// Lists the functions of .ts and .vue files: `node functions.mjs CLIENT FILE...` prints [file, line, name, lines] rows.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const [client, ...files] = process.argv.slice(2)
const require = createRequire(`${client}/package.json`)
const ts = require('typescript')
const { parse } = require('@vue/compiler-sfc')

/** Script text of a file; a component's script keeps its line numbers. */
function script(file) {
  const text = readFileSync(file, 'utf8')
  if (!file.endsWith('.vue')) return text
  const { script, scriptSetup } = parse(text).descriptor
  const block = scriptSetup ?? script
  return block ? '\n'.repeat(block.loc.start.line - 1) + block.content : ''
}

/** The body of a setup store is a module in the shape of a function: its own functions are what counts. */
const isStore = (node) => ts.isCallExpression(node.parent) && node.parent.expression.getText() === 'defineStore'

/** Every function of one file, nested ones too. */
function functions(file) {
  const source = ts.createSourceFile(file, script(file), ts.ScriptTarget.Latest, true)
  const line = (position) => source.getLineAndCharacterOfPosition(position).line + 1
  const rows = []
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body && !isStore(node)) {
      const [first, last] = [line(node.getStart()), line(node.end)]
      const name = node.name?.getText() ?? node.parent.name?.getText() ?? 'anonymous'
      rows.push([file, first, name, last - first + 1])
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return rows
}

console.log(JSON.stringify(files.flatMap(functions)))
