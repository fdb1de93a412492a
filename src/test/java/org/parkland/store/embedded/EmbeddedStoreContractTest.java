package org.parkland.store.embedded;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.store.Rows;
import org.parkland.store.Store;
import org.parkland.store.StoreContractTest;

/** The contract, held by a GeoPackage file. */
class EmbeddedStoreContractTest extends StoreContractTest {
  @TempDir
  private Path folder;

  /** Every test has a folder of its own. */
  @Override
  protected void clear() {}

  @Override
  protected Store open() {
    return EmbeddedStore.open(folder.resolve("store.gpkg"), Rows.schemas());
  }
}
