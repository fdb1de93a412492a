package org.parkland.tile;

import java.io.IOException;
import java.nio.file.Files;
import org.parkland.bench.TileBench;

/** Runs {@link TileBench} on a mesh; arguments: parcels to a side, width in metres. */
final class MeshBench {
  private MeshBench() {}

  public static void main(String[] arguments) throws IOException {
    int side = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    double widthM = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 10_470;
    Mesh mesh = new Mesh(side, widthM, 7);
    TileBench.run(mesh, mesh.snapshot(), Files.createTempDirectory("tiles"), System.out);
  }
}
