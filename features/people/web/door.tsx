export { SearchInUrl } from './SearchInUrl.tsx'
