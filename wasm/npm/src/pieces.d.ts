/** What web/scripts/npm_package.mjs puts in: parts of the engine as it is linked, and files as texts. */

declare module 'piece:glue' {
  import type {Factory} from './start';
  /** The engine's own script: of the WebAssembly link, or of the link that is JavaScript as a whole. */
  const factory: Factory;
  export default factory;
}

declare module 'piece:wasm' {
  /** shopgauge.wasm, compressed (zlib), in base64. */
  const packed: string;
  export default packed;
}

declare module 'piece:wasm_address' {
  /** Where shopgauge.wasm lies beside this script. */
  const address: () => string;
  export default address;
}

declare module 'piece:worker_script' {
  /** worker_script.js as a text, or nowasm_worker_script.js. */
  const script: string;
  export default script;
}

declare module 'piece:documents' {
  import type {ShippedDocument} from './programs';
  const documents: readonly ShippedDocument[];
  export default documents;
}

declare module 'piece:version' {
  const version: string;
  export default version;
}
