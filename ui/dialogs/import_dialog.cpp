// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_dialog.h"

#include "core/formats/format_registry.h"
#include "core/jobs/job.h"
#include "core/model/image_paths.h"
#include "core/session/class_order.h"
#include "core/session/s3_place.h"
#include "ui/dialogs/ask.h"
#include "ui/dialogs/format_notes.h"
#include "ui/dialogs/job_strip.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kWidth = 560;
constexpr int kTypingMs = 400;

QString cleanPath(const QLineEdit &line)
{
    const QString path = line.text().trimmed();
    return path.isEmpty() ? QString() : QDir::cleanPath(QDir::fromNativeSeparators(path));
}

} // namespace

struct ImportDialog::Reading
{
    QString formatId; ///< that was used; empty where none recognizes the files
    Result<ImportPlan> plan;
};

ImportDialog::ImportDialog(ProjectSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import labels"));
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &ImportDialog::read);
    for (QLineEdit *line : {m_source, m_images})
        connect(line, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_format, &QComboBox::activated, this, &ImportDialog::read);
    connect(&session.document(), &Document::changed, this, &ImportDialog::showPlan);
    showMessage(tr("Choose the file or the folder with the labels. Its format is told from its content."), "dim");
    showState();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::setSource(const QString &path)
{
    m_source->setText(QDir::toNativeSeparators(path));
}

void ImportDialog::reject()
{
    const bool isReading = m_job && m_job->isRunning();
    QDialog::reject(); // the job is cancelled with the dialog; nothing has changed yet
    if (isReading)
        m_job->cancel();
}

void ImportDialog::build()
{
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_notes = makeNotesView();
    m_strip = new JobStrip;
    auto *buttons = new QDialogButtonBox;
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::ActionRole);
    m_import->setObjectName(QStringLiteral("import"));
    m_import->setDefault(true);
    setKind(*m_import, "primary");
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName(QStringLiteral("close"));
    m_close->setText(tr("Close"));
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::importPlan);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->setSizeConstraint(QLayout::SetMinimumSize); // grows with what it has to say
    layout->addLayout(buildForm());
    layout->addWidget(m_message);
    layout->addWidget(m_notes);
    layout->addStretch(1);
    layout->addWidget(m_strip);
    layout->addWidget(buttons);
    m_message->setMinimumWidth(kWidth); // the layout sets the dialog's own
}

QFormLayout *ImportDialog::buildForm()
{
    m_source = new QLineEdit;
    m_source->setObjectName(QStringLiteral("source"));
    auto *file = new QPushButton(tr("File..."));
    auto *folder = new QPushButton(tr("Folder..."));
    auto *sourceRow = new QHBoxLayout;
    sourceRow->setSpacing(8);
    sourceRow->addWidget(m_source, 1);
    sourceRow->addWidget(file);
    sourceRow->addWidget(folder);
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("format"));
    m_format->addItem(tr("Told from the content"), QString());
    for (const auto &format : datasetFormats())
        m_format->addItem(format->name(), format->id());
    m_images = new QLineEdit;
    m_images->setObjectName(QStringLiteral("images"));
    m_images->setPlaceholderText(tr("beside the labels"));
    auto *images = new QPushButton(tr("Folder..."));
    auto *imagesRow = new QHBoxLayout;
    imagesRow->setSpacing(8);
    imagesRow->addWidget(m_images, 1);
    imagesRow->addWidget(images);
    m_byOrder = new QCheckBox(tr("Numbers are this project's classes in their order"));
    m_byOrder->setObjectName(QStringLiteral("byOrder"));
    m_byOrder->setChecked(true);
    connect(m_byOrder, &QCheckBox::toggled, this, &ImportDialog::showPlan);
    m_split = new QComboBox;
    m_split->setObjectName(QStringLiteral("split"));
    m_split->addItem(tr("As the files say"), -1);
    m_split->addItem(tr("Training"), int(Split::Train));
    m_split->addItem(tr("Validation"), int(Split::Validation));
    m_split->addItem(tr("Test"), int(Split::Test));
    for (QPushButton *button : {file, folder, images})
        button->setAutoDefault(false); // Return imports
    connect(file, &QPushButton::clicked, this, &ImportDialog::askForSourceFile);
    connect(folder, &QPushButton::clicked, this, &ImportDialog::askForSourceFolder);
    connect(images, &QPushButton::clicked, this, &ImportDialog::askForImageFolder);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->addRow(tr("Labels"), sourceRow);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Images"), imagesRow);
    form->addRow(tr("Split"), m_split);
    form->addRow(QString(), m_byOrder);
    return form;
}

void ImportDialog::askForSourceFile()
{
    const QString file = askOpenFile(this, tr("Choose the file with the labels"), cleanPath(*m_source), QString());
    if (!file.isEmpty())
        setSource(file);
}

void ImportDialog::askForSourceFolder()
{
    const QString folder = askFolder(this, tr("Choose the folder with the labels"), cleanPath(*m_source));
    if (!folder.isEmpty())
        setSource(folder);
}

void ImportDialog::askForImageFolder()
{
    const QString folder = askFolder(this, tr("Choose the folder with the images"), cleanPath(*m_images));
    if (!folder.isEmpty())
        m_images->setText(QDir::toNativeSeparators(folder));
}

void ImportDialog::read()
{
    m_job.reset();
    m_plan.reset();
    showNotes(*m_notes, {});
    ReadOptions options;
    options.from = cleanPath(*m_source);
    options.imageFolder = cleanPath(*m_images);
    const S3Place place = rememberedS3Place(m_session);
    if (!place.folder.isEmpty() && place.folder == options.imageFolder)
        options.s3Prefix = place.prefix;
    if (options.from.isEmpty() || !QFileInfo::exists(options.from)) {
        showMessage(options.from.isEmpty() ? QString() : tr("There is nothing at %1.").arg(options.from), "bad");
        return;
    }
    options.knownImages = [dataset = m_session.dataset(), folder = m_session.folder()] {
        return imagePaths(dataset, folder);
    };
    const QString wanted = m_format->currentData().toString();
    auto work = [this, options, wanted](const CancelFlag &cancel, const ProgressSink &progress) -> Job::Deliver {
        const Result<const DatasetFormat *> format =
            wanted.isEmpty() ? formatOf(options.from) : Result<const DatasetFormat *>(datasetFormat(wanted));
        if (!format)
            return [this, error = format.error()] {
                showMessage(error.message, "bad");
                showState();
            };
        ReadOptions reading = options;
        reading.cancel = cancel;
        reading.progress = progress;
        return [this, result = Reading{(*format)->id(), readImport(**format, reading)}] { take(result); };
    };
    m_job = std::make_unique<Job>(std::move(work));
    connect(m_job.get(), &Job::failed, this, [this](const Error &error) { showMessage(error.message, "bad"); });
    showMessage({}, "dim");
    m_strip->follow(*m_job, tr("Reading..."));
    m_job->start();
    showState();
}

void ImportDialog::take(const Reading &reading)
{
    if (reading.plan)
        m_plan = *reading.plan;
    else
        showMessage(reading.plan.error().message, "bad");
    m_format->setItemText(0, tr("Told from the content: %1").arg(datasetFormat(reading.formatId)->name()));
    showPlan();
}

void ImportDialog::showPlan()
{
    showClassOrder();
    if (m_plan) {
        showMessage(planText(), "dim");
        showNotes(*m_notes, m_plan->notes);
    }
    showState();
}

/// Numbers mean the order that the classes had when the cloud got them: that of the last export, else the project's.
void ImportDialog::showClassOrder()
{
    m_order.clear();
    if (m_plan && areClassNumbers(m_plan->classes)) {
        int highest = 0;
        for (const QString &number : std::as_const(m_plan->classes))
            highest = std::max(highest, number.toInt());
        const QStringList exported = classOrderOf(m_session.setting(classOrderSetting()));
        m_order = highest < exported.size() ? exported : m_session.dataset().classNames();
        if (highest >= m_order.size())
            m_order.clear();
    }
    m_byOrder->setVisible(!m_order.isEmpty());
}

QStringList ImportDialog::plannedClasses() const
{
    const bool areNamed = !m_order.isEmpty() && m_byOrder->isChecked();
    return areNamed ? namedByOrder(m_plan->classes, m_order) : m_plan->classes;
}

/// "0 bee, 3 wasp": the numbers that come, with the classes that they mean.
QString ImportDialog::numberedPlan() const
{
    const QStringList names = plannedClasses();
    QMap<int, QString> byNumber;
    for (qsizetype i = 0; i < names.size(); ++i)
        byNumber.insert(m_plan->classes[i].toInt(), names[i]);
    QStringList pairs;
    for (auto entry = byNumber.cbegin(); entry != byNumber.cend(); ++entry)
        pairs << QStringLiteral("%1 %2").arg(entry.key()).arg(*entry);
    return pairs.join(QStringLiteral(", "));
}

QString ImportDialog::planText() const
{
    qint64 labels = 0;
    qint64 suggestions = 0;
    qint64 missing = 0;
    for (const FormatImage &image : m_plan->images) {
        missing += image.path.isEmpty() ? 1 : 0;
        for (const FormatLabel &label : image.labels)
            (label.isSuggestion ? suggestions : labels) += 1;
    }
    QStringList newClasses;
    const QStringList classes = plannedClasses();
    for (const QString &name : classes) {
        if (!m_session.dataset().classNamed(name))
            newClasses << name;
    }
    if (m_plan->images.empty() && !m_plan->notes.isEmpty())
        return tr("No image was found for what the files say: name the folder that the images lie in.");
    QStringList lines;
    const QString suggested = tr("%n suggestion(s) that nobody has checked", nullptr, int(suggestions));
    const bool areAllSuggested = suggestions > 0 && labels == 0;
    lines << tr("%1 with %2")
                 .arg(tr("%n image(s)", nullptr, int(m_plan->images.size())),
                      areAllSuggested ? suggested : tr("%n label(s)", nullptr, int(labels)));
    if (suggestions > 0 && !areAllSuggested)
        lines << suggested;
    if (classes != m_plan->classes)
        lines << tr("Classes by number: %1").arg(numberedPlan());
    if (missing > 0)
        lines << tr("%n image file(s) were not found: name the folder they lie in", nullptr, int(missing));
    if (!newClasses.isEmpty())
        lines << tr("New classes: %1").arg(newClasses.join(QStringLiteral(", ")));
    return lines.join(QLatin1Char('\n'));
}

void ImportDialog::importPlan()
{
    const int split = m_split->currentData().toInt();
    const std::optional<Split> wanted = split < 0 ? std::nullopt : std::optional(Split(split));
    ImportPlan plan = *m_plan;
    plan.classes = plannedClasses();
    m_plan.reset();
    const Result<ImportReport> report = applyImport(m_session, plan, wanted);
    if (!report) {
        showMessage(report.error().message, "bad");
        showState();
        return;
    }
    showMessage(reportText(*report), "title");
    showNotes(*m_notes, report->notes);
    showState();
    Q_EMIT imported(*report);
}

QString ImportDialog::reportText(const ImportReport &report)
{
    const bool areSuggested = report.suggestions > 0 && report.labels == 0;
    const QString found = areSuggested ? tr("%n suggestion(s)", nullptr, int(report.suggestions))
                                       : tr("%n label(s)", nullptr, int(report.labels));
    QStringList words{tr("Imported: %1 with %2.").arg(tr("%n new image(s)", nullptr, int(report.images)), found)};
    if (areSuggested && report.images == 0)
        words = QStringList{tr("Imported: %1.").arg(found)};
    if (report.merged > 0)
        words << (areSuggested ? tr("%n image(s) that were here already got them.", nullptr, int(report.merged))
                               : tr("%n image(s) that were here already got labels.", nullptr, int(report.merged)));
    if (report.suggestions > 0)
        words << tr("Suggestions wait on their images and on the Review page.");
    words << tr("Undo takes it all back in one step.");
    return words.join(QLatin1Char(' '));
}

void ImportDialog::showMessage(const QString &text, const char *kind)
{
    setKind(*m_message, kind);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void ImportDialog::showState()
{
    const bool isReadOnly = m_session.isReadOnly();
    if (isReadOnly)
        showMessage(tr("This project is open for reading only."), "warn");
    m_import->setEnabled(!isReadOnly && m_plan && !m_plan->images.empty());
}

} // namespace boxwright
