// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sample_images.h"

#include "core/edit/commands/add_label.h"
#include "tests/support/labelled_project.h"

#include <QTest>

using namespace boxwright;

class SampleImagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutLabelsAnyImagesAreTaken();
    void imagesWithLabelsAreTakenAlone();

private:
    std::unique_ptr<LabelledProject> m_project;
};

void SampleImagesTest::init()
{
    QStringList names;
    for (int i = 0; i < 9; ++i)
        names << QStringLiteral("%1.png").arg(i);
    m_project = std::make_unique<LabelledProject>(names, QStringList{QStringLiteral("bee")});
}

void SampleImagesTest::withoutLabelsAnyImagesAreTaken()
{
    const std::vector<TruthImage> images = imagesToTry(m_project->session(), 3);
    QCOMPARE(images.size(), size_t(3));
    const char *const expected[]{"0.png", "3.png", "6.png"}; // over the whole data set
    for (size_t i = 0; i < images.size(); ++i)
        QCOMPARE(QFileInfo(images[i].path).fileName(), QLatin1String(expected[i]));
    QCOMPARE(imagesToTry(m_project->session(), 20).size(), size_t(9));
}

void SampleImagesTest::imagesWithLabelsAreTakenAlone()
{
    Document &document = m_project->document();
    Label label;
    label.classId = m_project->classAt(0);
    label.box = {1, 1, 20, 20};
    for (const int index : {4, 7})
        QVERIFY(document.push(std::make_unique<AddLabel>(document, m_project->imageAt(index), label)));
    const std::vector<TruthImage> images = imagesToTry(m_project->session(), 3);
    QCOMPARE(images.size(), size_t(2));
    QCOMPARE(QFileInfo(images[1].path).fileName(), QStringLiteral("7.png"));
    QCOMPARE(images[1].boxes.size(), size_t(1));
}

QTEST_GUILESS_MAIN(SampleImagesTest)
#include "sample_images_test.moc"
