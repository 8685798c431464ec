using System.Buffers;
using System.Text;
using Platform.Petitions.Signing;
using Xunit;

namespace Platform.Petitions.Tests.Signing;

public sealed class SignFormReaderTests
{
    [Fact]
    public void Every_field_is_read_as_it_was_typed()
    {
        var form = Read("Lang=fa&Wording=3&Stamp=abc-_1&From=poster-3&Name=%D9%85%D8%B1%DB%8C%D9%85+%26+Co&Email=a%2Bb%40mail.example&Country=CA&Postcode=M5V+2T6&Reason=one%0D%0Atwo&ShowName=true&WantsUpdates=true&Website=")!;
        Assert.Equal(("fa", 3, "abc-_1", "poster-3"), (form.Lang, form.Wording, form.Stamp, form.From));
        Assert.Equal(("مریم & Co", "a+b@mail.example", "CA", "M5V 2T6", "one\r\ntwo"), (form.Name, form.Email, form.Country, form.Postcode, form.Reason));
        Assert.Equal((true, true, null), (form.ShowName, form.WantsUpdates, form.Website));
    }

    [Fact]
    public void Boxes_not_ticked_are_absent_and_empty_fields_are_none()
    {
        var form = Read("Name=&Email=+&Website=spam")!;
        Assert.Equal((null, null, "spam", false, false), (form.Name, form.Email, form.Website, form.ShowName, form.WantsUpdates));
    }

    [Theory]
    [InlineData("Name=a&Name=b")]
    [InlineData("Name=a&Extra=b")]
    [InlineData("name=a")]
    [InlineData("Step=review&Name=a")]
    [InlineData("Key=secret&Name=a")]
    [InlineData("Name")]
    [InlineData("=a")]
    [InlineData("Name=a&&Email=b")]
    [InlineData("Name=%")]
    [InlineData("Name=%4")]
    [InlineData("Name=%zz")]
    [InlineData("Name=a%00b")]
    [InlineData("Name=%C3%28")]
    [InlineData("Name=%ED%A0%80")]
    [InlineData("Wording=-1")]
    [InlineData("Wording=x")]
    [InlineData("ShowName=maybe")]
    public void What_our_page_would_not_send_is_left_to_the_controller(string body) => Assert.Null(Read(body));

    [Fact]
    public void A_raw_nul_and_a_body_longer_than_any_form_are_left_to_the_controller()
    {
        Assert.Null(SignFormReader.Read(new ReadOnlySequence<byte>("Name=a\0b"u8.ToArray())));
        Assert.Null(Read("Name=" + new string('a', SignFormReader.MostBytes)));
    }

    private static SignForm? Read(string body) => SignFormReader.Read(new ReadOnlySequence<byte>(Encoding.ASCII.GetBytes(body)));
}
