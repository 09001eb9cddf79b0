/** One instruction of a Dockerfile, continuation lines joined. */
export interface Instruction {
  readonly name: string;
  readonly words: string;
}

/** One stage: from its FROM to the next. */
export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

/** Reads a Dockerfile into its stages; no engine is needed for what can be seen in the text. */
export function readDockerfile(text: string): Stage[] {
  const instructions = text
    .replace(/^\s*#.*$/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): Instruction => {
      const [name = ''] = line.split(/\s/, 1);
      return { name: name.toUpperCase(), words: line.slice(name.length).replace(/\s+/g, ' ').trim() };
    });
  return instructions.flatMap((instruction, index) => {
    if (instruction.name !== 'FROM') return [];
    const [base = '', name = ''] = instruction.words.split(/ as /i);
    const rest = instructions.slice(index + 1);
    const end = rest.findIndex((one) => one.name === 'FROM');
    return [{ name, base, instructions: end < 0 ? rest : rest.slice(0, end) }];
  });
}
