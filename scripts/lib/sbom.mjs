// @ts-check
import { Enums, Models, Serialize, SPDX, Spec } from '@cyclonedx/cyclonedx-library';

/**
 * A package in the bill of materials. `integrity`: as npm's lock file has it; empty where it does not know it.
 * @typedef {import('./shipped.mjs').Shipped & { integrity?: string }} Material
 */

/**
 * Gives the bill of materials of a package as CycloneDX 1.6: the app, Electron with what is in it, and each npm package of
 * which something is in the bundles. The same for the same package, so no date and no number of its own.
 * @param {{ app: { name: string, version: string, licence: string }, electron: string, shipped: readonly Material[], binaries: readonly Material[] }} what
 * @returns {string} JSON
 */
export function toSbom({ app, electron, shipped, binaries }) {
  const root = new Models.Component(Enums.ComponentType.Application, app.name, { version: app.version });
  root.bomRef.value = 'foyer';
  addLicence(root, app.licence);
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: root }) });
  const engine = new Models.Component(Enums.ComponentType.Framework, 'electron', {
    version: electron,
    purl: `pkg:npm/electron@${electron}`,
    description:
      'With Chromium and Node inside; what those hold is in LICENSES.chromium.html of the package.',
  });
  engine.bomRef.value = `electron@${electron}`;
  addLicence(engine, 'MIT');
  for (const component of [engine, ...[...shipped, ...binaries].map(toComponent)]) {
    bom.components.add(component);
    root.dependencies.add(component.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/** @param {Material} one */
function toComponent({ name, version, licence, homepage, integrity = '' }) {
  const [group, short] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const component = new Models.Component(Enums.ComponentType.Library, short ?? name, {
    version,
    ...(group === undefined ? {} : { group }),
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  });
  component.bomRef.value = `${name}@${version}`;
  addLicence(component, licence);
  if (homepage !== '')
    component.externalReferences.add(
      new Models.ExternalReference(homepage, Enums.ExternalReferenceType.Website),
    );
  const hash = /^sha512-([\w+/]+=*)$/.exec(integrity)?.[1];
  if (hash !== undefined) {
    const file = `https://registry.npmjs.org/${name}/-/${short ?? name}-${version}.tgz`;
    const hex = Buffer.from(hash, 'base64').toString('hex');
    const hashes = new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], hex]]);
    const type = Enums.ExternalReferenceType.Distribution;
    component.externalReferences.add(new Models.ExternalReference(file, type, { hashes }));
  }
  return component;
}

/** @param {import('@cyclonedx/cyclonedx-library').Models.Component} component @param {string} licence as npm has it */
function addLicence(component, licence) {
  if (licence === '') return;
  if (/\b(?:AND|OR|WITH)\b/.test(licence)) component.licenses.add(new Models.LicenseExpression(licence));
  else if (SPDX.isSupportedSpdxId(licence)) component.licenses.add(new Models.SpdxLicense(licence));
  else component.licenses.add(new Models.NamedLicense(licence));
}
