using Platform.Petitions.Directory;
using Xunit;

namespace Platform.Petitions.Tests.Directory;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("library", "library", 0)]
    [InlineData("librery", "library", 1)]
    [InlineData("shcool", "school", 1)]
    [InlineData("enviroment", "environment", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("کتابخنه", "کتابخانه", 1)]
    public void Letters_left_out_put_in_mistaken_or_swapped_are_counted(string one, string other, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(one, other));
        Assert.Equal(distance, EditDistance.Between(other, one));
    }

    [Fact]
    public void The_nearest_word_is_meant_and_a_short_one_is_given_less_room()
    {
        Assert.Equal("library", Spelling.Nearest("librery", ["liberty", "library"]));
        Assert.Equal("rvr", Spelling.Nearest("rvr", ["river", "rover"]));
        Assert.Equal("river", Spelling.Nearest("river", ["rivers", "river"]));
    }
}
