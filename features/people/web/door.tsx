export { SearchInUrl } from './SearchInUrl.tsx'
export { MoreAboutThem, nothingTold, toldOf } from './MoreAboutThem.tsx'
export { fieldsWords } from '../fields/words.ts'
