using System.Buffers;
using System.Text;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("Maxine Kowalski", "Maxine Kowalski")]
    [InlineData("ماکسین کوالسکی", "ماکسین کوالسکی")]
    [InlineData("山田", "山田")]
    [InlineData("", "")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" @cmd", "' @cmd")]
    [InlineData("\u00A0-1", "'\u00A0-1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("\t1", "'\t1")]
    [InlineData("one, \"two\"", "\"one, \"\"two\"\"\"")]
    [InlineData("one\r\ntwo", "\"one\r\ntwo\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    public void A_text_is_quoted_where_needed_and_harmless_however_it_is_written(string text, string cell)
    {
        Assert.Equal(cell + "\r\n", CsvLine.Of(text));
        var file = new ArrayBufferWriter<byte>();
        CsvLine.Append(file, Encoding.UTF8.GetBytes(text), "\r\n"u8);
        Assert.Equal(cell + "\r\n", Encoding.UTF8.GetString(file.WrittenSpan));
    }

    [Fact]
    public void Numbers_and_times_are_written_alike_too()
    {
        var time = new DateTime(2026, 11, 30, 4, 5, 6, DateTimeKind.Utc);
        var file = new ArrayBufferWriter<byte>();
        CsvLine.Append(file, -1_234_567L, ","u8);
        CsvLine.Append(file, 7, ","u8);
        CsvLine.Append(file, time, "\r\n"u8);
        Assert.Equal("-1234567,7,2026-11-30 04:05:06\r\n", Encoding.UTF8.GetString(file.WrittenSpan));
        Assert.Equal(CsvLine.Of(-1_234_567L, 7, new DateTimeOffset(time)), Encoding.UTF8.GetString(file.WrittenSpan));
    }
}
