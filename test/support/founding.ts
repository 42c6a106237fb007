/** The name by which specs outside this folder still call it. */
export { LocalEstablishing as LocalFounding } from './establishing';
