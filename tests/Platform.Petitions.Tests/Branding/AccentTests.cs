using CsCheck;
using Platform.Petitions.Branding;
using Xunit;

namespace Platform.Petitions.Tests.Branding;

/// <summary>Whatever colour goes in, what comes out can be read.</summary>
public sealed class AccentTests
{
    private static readonly Gen<Rgb> Colours = Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte, (r, g, b) => new Rgb(r, g, b));

    [Fact]
    public void Words_in_any_accent_and_on_it_have_the_contrast_they_need() => Colours.Sample(chosen =>
    {
        var made = AccentColours.Of(chosen);
        foreach (var (accent, grounds, end) in new[] { (made.Light, AccentColours.OnLight, new Rgb(0, 0, 0)), (made.Dark, AccentColours.OnDark, new Rgb(255, 255, 255)) })
        {
            // Written out here once more, so that a forgotten ground in the rule shows.
            Assert.True(accent.Contrast(grounds.Paper) >= 4.5);
            Assert.True(accent.Contrast(grounds.Sheet) >= 4.5);
            Assert.True(accent.Contrast(grounds.Shade) >= 4.5);
            Assert.True(accent.Contrast(grounds.Soft(accent)) >= 4.5);
            Assert.True(grounds.OnAccent.Contrast(accent) >= 4.5);

            // A button under the pointer: the same, deeper.
            Assert.True(grounds.OnAccent.Contrast(accent.Mixed(0.84, end)) >= 4.5);
        }
    });

    [Fact]
    public void Quiet_words_can_be_read_on_the_soft_ground_of_any_accent() => Colours.Sample(chosen =>
    {
        var made = AccentColours.Of(chosen);
        Assert.True(new Rgb(0x5f, 0x5b, 0x52).Contrast(AccentColours.OnLight.Soft(made.Light)) >= 4.5);
        Assert.True(new Rgb(0xaa, 0xa6, 0x9d).Contrast(AccentColours.OnDark.Soft(made.Dark)) >= 4.5);
    });

    [Fact]
    public void A_colour_keeps_its_hue() => Colours.Sample(chosen =>
    {
        var (before, made) = (Oklab.Of(chosen), AccentColours.Of(chosen));
        foreach (var after in new[] { Oklab.Of(made.Light), Oklab.Of(made.Dark) })
        {
            // Of what is nearly grey nobody sees a hue, and a screen's steps decide it.
            if (before.Chroma > 0.05 && after.Chroma > 0.05)
            {
                var turned = Math.Abs(Math.IEEERemainder(after.Hue - before.Hue, 2 * Math.PI));
                Assert.True(turned < 0.12, $"{chosen} turned by {turned}");
            }

            Assert.True(after.Chroma <= before.Chroma + 0.01, $"{chosen} became stronger");
        }
    });

    [Fact]
    public void A_colour_that_can_be_read_stays_and_another_moves_no_more_than_it_must() => Colours.Sample(chosen =>
    {
        var made = AccentColours.Of(chosen);
        Assert.Equal(made.Darker, made.Light != chosen);
        Assert.Equal(made.Lighter, made.Dark != chosen);
        Assert.Equal(AccentColours.OnLight.Carry(chosen), !made.Darker);
        Assert.Equal(AccentColours.OnDark.Carry(chosen), !made.Lighter);
        foreach (var (accent, grounds, moved) in new[] { (made.Light, AccentColours.OnLight, made.Darker), (made.Dark, AccentColours.OnDark, made.Lighter) })
        {
            var least = new[] { grounds.Paper, grounds.Sheet, grounds.Shade, grounds.OnAccent, grounds.Soft(accent) }.Min(accent.Contrast);
            Assert.True(!moved || least < 4.75, $"{chosen} moved to {accent}, further than needed: {least}");
        }
    });

    [Fact]
    public void Colours_go_through_the_eye_s_space_and_come_back() => Colours.Sample(colour => Assert.Equal(colour, Oklab.Of(colour).ToRgb()));

    [Theory]
    [InlineData("#fff3b0", "#fff3b0")]
    [InlineData(" C65D3B ", "#c65d3b")]
    [InlineData("#abc", "#aabbcc")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("red", null)]
    [InlineData("#12345", null)]
    [InlineData("#1234567", null)]
    [InlineData("+12345", null)]
    [InlineData("#12;}*{", null)]
    public void A_colour_is_read_as_designers_write_it(string? typed, string? read) => Assert.Equal(read, Rgb.Parse(typed)?.ToString());

    [Fact]
    public void Contrast_is_as_WCAG_has_it()
    {
        Assert.Equal(21, new Rgb(0, 0, 0).Contrast(new Rgb(255, 255, 255)), 3);
        Assert.Equal(4.48, new Rgb(0x77, 0x77, 0x77).Contrast(new Rgb(255, 255, 255)), 2);
        Assert.Equal(1, new Rgb(1, 2, 3).Contrast(new Rgb(1, 2, 3)), 6);
    }
}
