// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/image_filter.h"

#include <QTest>

using namespace boxwright;

namespace {

LabelClass classNamed(qint64 id, const QString &name)
{
    LabelClass labelClass;
    labelClass.id = ClassId{id};
    labelClass.name = name;
    labelClass.position = int(id) - 1;
    return labelClass;
}

ImageRecord imageNamed(qint64 id, const QString &path, ReviewState state, Split split)
{
    ImageRecord image;
    image.info.id = ImageId{id};
    image.info.path = path;
    image.info.state = state;
    image.info.split = split;
    return image;
}

void addLabel(ImageRecord &image, qint64 classId)
{
    Label label;
    label.id = LabelId{100 + image.labels.size()};
    label.classId = ClassId{classId};
    image.labels.append(label);
}

Dataset dataset()
{
    std::vector<ImageRecord> images{
        imageNamed(10, QStringLiteral("north/bee_1.jpg"), ReviewState::Reviewed, Split::Train),
        imageNamed(11, QStringLiteral("north/Bee_2.jpg"), ReviewState::NotYet, Split::Train),
        imageNamed(12, QStringLiteral("south/sky.jpg"), ReviewState::Empty, Split::Validation),
        imageNamed(13, QStringLiteral("south/both.jpg"), ReviewState::NotYet, Split::None),
    };
    addLabel(images[0], 1);
    addLabel(images[3], 1);
    addLabel(images[3], 2);
    images[2].info.problem = QStringLiteral("broken");
    images[1].suggestions.append(Suggestion{});
    return Dataset({classNamed(1, QStringLiteral("bee")), classNamed(2, QStringLiteral("paper wasp"))}, images);
}

} // namespace

class ImageFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFilterKeepsWhatItSays_data();
    void aFilterKeepsWhatItSays();
    void aTermThatIsNoneIsNamed();
};

void ImageFilterTest::aFilterKeepsWhatItSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("kept");
    const auto row = [](const char *text, const QList<int> &kept) {
        QTest::newRow(text) << QString::fromUtf8(text) << kept;
    };
    row("", {10, 11, 12, 13});
    row("bee", {10, 11});
    row("north 2", {11});
    row("state:unreviewed", {11, 13});
    row("state:reviewed state:empty", {10, 12});
    row("state:broken", {12});
    row("STATE:Reviewed", {10});
    row("class:bee", {10, 13});
    row("class:\"paper wasp\"", {13});
    row("class:Bee state:unreviewed", {13});
    row("-class:bee", {11, 12});
    row("split:train", {10, 11});
    row("split:none", {13});
    row("has:suggestions", {11});
    row("-has:labels south", {12});
    row("class:nothing", {});
    row("bee -1", {11});
}

void ImageFilterTest::aFilterKeepsWhatItSays()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, kept);
    const Dataset images = dataset();
    const ImageFilter filter(text);
    QList<int> found;
    for (qsizetype i = 0; i < images.imageCount(); ++i) {
        if (filter.matches(images.imageAt(i), images))
            found.append(int(toNumber(images.imageAt(i).info.id)));
    }
    QCOMPARE(found, kept);
}

void ImageFilterTest::aTermThatIsNoneIsNamed()
{
    QCOMPARE(ImageFilter(QStringLiteral("state:done bee")).unknownTerms(), QStringList{QStringLiteral("state:done")});
    QVERIFY(ImageFilter(QStringLiteral("state:empty")).unknownTerms().isEmpty());
}

QTEST_GUILESS_MAIN(ImageFilterTest)
#include "image_filter_test.moc"
