// SPDX-License-Identifier: GPL-3.0-or-later
// A model of the cloud whose network is none of this program's, in the real window with the real detector: it says that
// it only detects, detects, and is offered for no training.
#include "core/detect/model_settings.h"
#include "core/edit/commands/add_class.h"
#include "core/session/project_images.h"
#include "tests/support/small_artifact.h"
#include "ui/label/label_page.h"
#include "ui/main_window.h"
#include "ui/models/models_page.h"
#include "ui/theme/theme.h"
#include "ui/train/start_chooser.h"
#include "ui/train/train_page.h"
#include "ui/train/training_setup.h"
#include "ui/workspace.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSettings>

using namespace boxwright;

namespace {

constexpr int kPatience = 200'000; ///< a busy machine gets its time

} // namespace

class ForeignModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    // In this order; each goes on where the one before ended.
    void itSaysThatItOnlyDetects();
    void noTrainingIsOfferedFromIt();
    void itFindsSuggestions();

private:
    [[nodiscard]] Workspace &workspace() const { return *m_window->workspace(); }
    template<class T>
    T *find(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    QString m_model;
};

void ForeignModelTest::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath(QStringLiteral("settings")));
    QCoreApplication::setOrganizationName(QStringLiteral("BoxwrightTest"));
    QCoreApplication::setApplicationName(QStringLiteral("BoxwrightTest"));
    m_model = writeForeignArtifact(m_folder->filePath(QStringLiteral("job-8")), 2);
    QVERIFY(writeModelSettings(m_model, {{QStringLiteral("bee"), QStringLiteral("wasp")}, {}}));
    const QString images = m_folder->filePath(QStringLiteral("images"));
    QVERIFY(makeFolder(images));
    QImage image(200, 160, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y, QColor((x * 5) % 256, (y * 3) % 256, (x * y) % 256));
    QVERIFY(image.save(images + QStringLiteral("/a.png")));
    const QString project = m_folder->filePath(QStringLiteral("p.boxwright"));
    {
        const auto session = createProjectFromFolder(project, images);
        QVERIFY(session);
        for (const char *name : {"bee", "wasp"})
            (*session)->document().push(std::make_unique<AddClass>((*session)->document(), QLatin1String(name)));
        QVERIFY((*session)->waitForSaved());
    }
    applyTheme(*qApp, ThemeChoice::Light);
    m_settings = std::make_unique<QSettings>();
    m_window = std::make_unique<MainWindow>(*m_settings, &detectorBackend);
    m_window->resize(1200, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->open(project);
    QVERIFY(m_window->workspace());
}

void ForeignModelTest::cleanupTestCase()
{
    m_window.reset();
    m_settings.reset();
}

void ForeignModelTest::itSaysThatItOnlyDetects()
{
    click("railModels");
    find<ModelsPage>("modelsPage")->openModel(m_model);
    const auto *list = find<QListView>("modelList")->model();
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("cloudCard")->isVisible(), kPatience);
    const QString facts = list->index(0, 0).data(Qt::UserRole).toString();
    QVERIFY2(facts.contains(QLatin1String("detection only")), qPrintable(facts));
    QStringList said;
    for (const QLabel *label : find<QWidget>("modelFacts")->findChildren<QLabel *>())
        said << label->text();
    QVERIFY2(said.join(u'|').contains(QLatin1String("only detects")), qPrintable(said.join(u'|')));
}

void ForeignModelTest::noTrainingIsOfferedFromIt()
{
    QVERIFY(!find<QPushButton>("trainFurther")->isEnabled());
    QVERIFY2(find<QPushButton>("trainFurther")->toolTip().contains(QLatin1String("only detects")),
             qPrintable(find<QPushButton>("trainFurther")->toolTip()));
    click("railTrain");
    const auto *start = find<QComboBox>("start");
    for (int i = 0; i < start->count(); ++i)
        QVERIFY2(!start->itemText(i).contains(QLatin1String("job-8")), qPrintable(start->itemText(i)));
}

void ForeignModelTest::itFindsSuggestions()
{
    click("railModels");
    click("useThisModel");
    QCOMPARE(workspace().detection().model(), m_model);
    click("railLabel");
    const Dataset &dataset = workspace().session().dataset();
    QTRY_VERIFY_WITH_TIMEOUT(!dataset.imageAt(0).suggestions.isEmpty(), kPatience);
    QCOMPARE(dataset.imageAt(0).suggestions[0].model, QStringLiteral("job-8/model"));
}

QTEST_MAIN(ForeignModelTest)
#include "foreign_model_test.moc"
