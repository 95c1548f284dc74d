package chat.parlor.message.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {

    private static final int EDGE = 64;

    @TempDir
    Path folder = Path.of("");

    private final Images images = new Images(1_000_000, EDGE);

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void nothingIsLeftOfWhatAnImageSaysAboutItsMaker(ImageFormat format) throws IOException {
        var picture = images.copy(format, file(sample(format, 100, 40)), folder.resolve("clean"));

        assertThat(picture.width()).isEqualTo(100);
        assertThat(picture.height()).isEqualTo(40);
        assertThat(text("clean")).doesNotContain(Samples.SECRET).doesNotContain("Photoshop");
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageFormat.class,
            names = {"JPEG", "PNG", "GIF"})
    void thePictureStaysAsItWas(ImageFormat format) throws IOException {
        var from = file(sample(format, 90, 30));

        images.copy(format, from, folder.resolve("clean"));

        var before = ImageIO.read(from.toFile());
        var after = ImageIO.read(folder.resolve("clean").toFile());
        assertThat(after.getRGB(0, 0, 90, 30, null, 0, 90)).isEqualTo(before.getRGB(0, 0, 90, 30, null, 0, 90));
    }

    @Test
    void anAnimationGoesOnMoving() throws IOException {
        images.copy(ImageFormat.GIF, file(Samples.gif(20, 20)), folder.resolve("clean"));

        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = new FileImageInputStream(folder.resolve("clean").toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(2);
        }
        assertThat(text("clean")).contains("NETSCAPE2.0");
    }

    @Test
    void aWebpSaysItsNewLength() throws IOException {
        images.copy(ImageFormat.WEBP, file(Samples.webp(300, 200)), folder.resolve("clean"));

        var bytes = Files.readAllBytes(folder.resolve("clean"));
        assertThat(Bytes.little(bytes, 4, 4)).isEqualTo(bytes.length - 8);
        assertThat(bytes[20] & 0x0C).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 40", "3, 100, 40", "6, 40, 100", "8, 40, 100", "9, 100, 40"})
    void aPhotographStillKnowsWhichSideIsUp(int orientation, int width, int height) throws IOException {
        var from = file(Samples.jpeg(100, 40, orientation));

        var picture = images.copy(ImageFormat.JPEG, from, folder.resolve("clean"));
        var again = images.copy(ImageFormat.JPEG, folder.resolve("clean"), folder.resolve("again"));

        assertThat(picture.shownWidth()).isEqualTo(width);
        assertThat(picture.shownHeight()).isEqualTo(height);
        assertThat(again).isEqualTo(picture);
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageFormat.class,
            names = {"JPEG", "PNG"})
    void aSmallCopyIsSmallAndTurnedLikeItsOriginal(ImageFormat format) throws IOException {
        var clean = folder.resolve("clean");
        var picture = images.copy(format, file(sample(format, 900, 300)), clean);

        var type = images.shrink(format, picture, clean, folder.resolve("small"));

        var small = ImageIO.read(folder.resolve("small").toFile());
        assertThat(type).contains(format == ImageFormat.JPEG ? "image/jpeg" : "image/png");
        assertThat(small.getWidth()).isEqualTo(EDGE);
        assertThat(small.getHeight()).isBetween(20, 22);
        if (format == ImageFormat.JPEG) {
            var read = images.copy(format, folder.resolve("small"), folder.resolve("again"));
            assertThat(read.orientation()).isEqualTo(picture.orientation());
        }
    }

    @Test
    void whatIsSmallAlreadyHasNoSmallCopy() throws IOException {
        var clean = folder.resolve("clean");
        var picture = images.copy(ImageFormat.PNG, file(Samples.png(EDGE, EDGE)), clean);

        assertThat(images.shrink(ImageFormat.PNG, picture, clean, folder.resolve("small")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000, true", "1000, 1001, false", "60000, 60000, false", "40000, 1, false", "0, 5, false"})
    void anImageIsOnlySoLarge(int width, int height, boolean taken) throws IOException {
        var from = file(Samples.pngThatSaysItIs(width, height));

        if (taken) {
            assertThat(images.copy(ImageFormat.PNG, from, folder.resolve("clean"))
                            .width())
                    .isEqualTo(width);
        } else {
            assertThatThrownBy(() -> images.copy(ImageFormat.PNG, from, folder.resolve("clean")))
                    .isInstanceOf(BrokenImage.class);
        }
    }

    @Test
    void unpackingThatFailsLeavesTheImageWithoutSmallCopy() throws IOException {
        var clean = folder.resolve("clean");
        var picture = images.copy(ImageFormat.PNG, file(Samples.pngThatSaysItIs(900, 900)), clean);

        assertThat(images.shrink(ImageFormat.PNG, picture, clean, folder.resolve("small")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void whatEndsTooEarlyIsBroken(ImageFormat format) throws IOException {
        var whole = sample(format, 40, 40);
        for (var length : new int[] {0, 1, 5, 12, 20, 31}) {
            var from = file(Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> images.copy(format, from, folder.resolve("clean")))
                    .as("%s of %d bytes", format, length)
                    .isInstanceOf(BrokenImage.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 100, 200, 300})
    void aJpegWithNonsenseInsideIsBrokenOrHarmless(int at) throws IOException {
        var bytes = Samples.jpeg(40, 40, 6);
        Arrays.fill(bytes, at, at + 8, (byte) 0xFF);

        try {
            images.copy(ImageFormat.JPEG, file(bytes), folder.resolve("clean"));
            assertThat(text("clean")).doesNotContain("script");
        } catch (BrokenImage broken) {
            assertThat(broken).hasMessageStartingWith("JPEG");
        }
    }

    private static byte[] sample(ImageFormat format, int width, int height) {
        return switch (format) {
            case JPEG -> Samples.jpeg(width, height, 6);
            case PNG -> Samples.png(width, height);
            case GIF -> Samples.gif(width, height);
            case WEBP -> Samples.webp(width, height);
        };
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("raw"), bytes);
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
    }
}
