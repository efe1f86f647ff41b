<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>BaseWeights</name>
    <message numerus="yes">
        <source>%n tensor(s) of the base network are missing there and start from random numbers: %1</source>
        <translation>
            <numerusform>%n tensor of the base network is missing there and starts from random numbers: %1</numerusform>
            <numerusform>%n tensors of the base network are missing there and start from random numbers: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have another shape and start from random numbers: %1</source>
        <translation>
            <numerusform>%n tensor has another shape and starts from random numbers: %1</numerusform>
            <numerusform>%n tensors have another shape and start from random numbers: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) of the file have no place in the base network: %1</source>
        <translation>
            <numerusform>%n tensor of the file has no place in the base network: %1</numerusform>
            <numerusform>%n tensors of the file have no place in the base network: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxHealth</name>
    <message numerus="yes">
        <source>%n boxes reach beyond their image. The cloud refuses or cuts them; the fix cuts them at the edge and deletes those that lie outside.</source>
        <translation>
            <numerusform>%n box reaches beyond its image. The cloud refuses or cuts it; the fix cuts it at the edge, or deletes it where it lies outside.</numerusform>
            <numerusform>%n boxes reach beyond their image. The cloud refuses or cuts them; the fix cuts them at the edge and deletes those that lie outside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes have no area. Nothing can be learned from them; the fix deletes them.</source>
        <translation>
            <numerusform>%n box has no area. Nothing can be learned from it; the fix deletes it.</numerusform>
            <numerusform>%n boxes have no area. Nothing can be learned from them; the fix deletes them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes repeat another box of their class. The fix deletes the later one.</source>
        <translation>
            <numerusform>%n box repeats another box of its class. The fix deletes the later one.</numerusform>
            <numerusform>%n boxes repeat another box of their class. The fix deletes the later one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes have a second class on the same place. Decide which one is right.</source>
        <translation>
            <numerusform>%n box has a second class on the same place. Decide which one is right.</numerusform>
            <numerusform>%n boxes have a second class on the same place. Decide which one is right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes are less than %1 pixels wide or high once the image is brought to %2 x %2: a detector hardly sees them. Train with a larger image_shape, or cut the images.</source>
        <translation>
            <numerusform>%n box is less than %1 pixels wide or high once the image is brought to %2 x %2: a detector hardly sees it. Train with a larger image_shape, or cut the image.</numerusform>
            <numerusform>%n boxes are less than %1 pixels wide or high once the image is brought to %2 x %2: a detector hardly sees them. Train with a larger image_shape, or cut the images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes are more than %1 times as long as wide: no prior has that shape.</source>
        <translation>
            <numerusform>%n box is more than %1 times as long as wide: no prior has that shape.</numerusform>
            <numerusform>%n boxes are more than %1 times as long as wide: no prior has that shape.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images have more labels than label_width %1 holds: a training in the cloud stops at the first. The fullest has %2 labels; set label_width to %3.</source>
        <translation>
            <numerusform>%n image has more labels than label_width %1 holds: a training in the cloud stops at it. The fullest has %2 labels; set label_width to %3.</numerusform>
            <numerusform>%n images have more labels than label_width %1 holds: a training in the cloud stops at the first. The fullest has %2 labels; set label_width to %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckCommand</name>
    <message numerus="yes">
        <source>%n boxes were mended.</source>
        <translation>
            <numerusform>%n box was mended.</numerusform>
            <numerusform>%n boxes were mended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassHealth</name>
    <message numerus="yes">
        <source>%n classes have no label: %1. Their numbers stand empty in every export, and a detector is trained for a class that it never sees. Label them or delete them.</source>
        <translation>
            <numerusform>%n class has no label: %1. Its number stands empty in every export, and a detector is trained for a class that it never sees. Label it or delete it.</numerusform>
            <numerusform>%n classes have no label: %1. Their numbers stand empty in every export, and a detector is trained for classes that it never sees. Label them or delete them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes have fewer than %1 labels: %2. A detector needs more examples of them.</source>
        <translation>
            <numerusform>%n class has fewer than %1 labels: %2. A detector needs more examples of it.</numerusform>
            <numerusform>%n classes have fewer than %1 labels: %2. A detector needs more examples of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes have no label in the validation split: %1. Nothing tells how well they are found; split the data set by class.</source>
        <translation>
            <numerusform>%n class has no label in the validation split: %1. Nothing tells how well it is found; split the data set by class.</numerusform>
            <numerusform>%n classes have no label in the validation split: %1. Nothing tells how well they are found; split the data set by class.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CocoReader</name>
    <message numerus="yes">
        <source>%1: %n annotations belong to no image</source>
        <translation>
            <numerusform>%1: %n annotation belongs to no image</numerusform>
            <numerusform>%1: %n annotations belong to no image</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CocoWriter</name>
    <message numerus="yes">
        <source>%n outlines were left out, because their boxes were changed</source>
        <translation>
            <numerusform>%n outline was left out, because its box was changed</numerusform>
            <numerusform>%n outlines were left out, because their boxes were changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConvertDataset</name>
    <message numerus="yes">
        <source>%n suggestions that nobody has accepted are left out</source>
        <translation>
            <numerusform>%n suggestion that nobody has accepted is left out</numerusform>
            <numerusform>%n suggestions that nobody has accepted are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatasetCharts</name>
    <message numerus="yes">
        <source>all images laid over each other; at the brightest place %n boxes</source>
        <translation>
            <numerusform>all images laid over each other; at the brightest place %n box</numerusform>
            <numerusform>all images laid over each other; at the brightest place %n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetectionRunner</name>
    <message numerus="yes">
        <source>%n image(s) got no suggestions: %1</source>
        <translation>
            <numerusform>%n image got no suggestions: %1</numerusform>
            <numerusform>%n images got no suggestions: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message numerus="yes">
        <source>There is no GPU number %1 (cuda:%1): this machine has %n, counted from 0.</source>
        <translation>
            <numerusform>There is no GPU number %1 (cuda:%1): this machine has %n, counted from 0.</numerusform>
            <numerusform>There is no GPU number %1 (cuda:%1): this machine has %n, counted from 0.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message numerus="yes">
        <source>%n images without labels are left out (first: %1)</source>
        <translation>
            <numerusform>%n image without labels is left out (%1)</numerusform>
            <numerusform>%n images without labels are left out (first: %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images were confirmed to be empty, which this format cannot say (first: %1)</source>
        <translation>
            <numerusform>%n image was confirmed to be empty, which this format cannot say (%1)</numerusform>
            <numerusform>%n images were confirmed to be empty, which this format cannot say (first: %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images have a split, which this format cannot say (first: %1)</source>
        <translation>
            <numerusform>%n image has a split, which this format cannot say (%1)</numerusform>
            <numerusform>%n images have a split, which this format cannot say (first: %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels have a confidence, which this format cannot say (first: %1)</source>
        <translation>
            <numerusform>%n label has a confidence, which this format cannot say (%1)</numerusform>
            <numerusform>%n labels have a confidence, which this format cannot say (first: %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels are marked in a way (difficult, occluded, truncated or crowd) that this format cannot say (first: %1)</source>
        <translation>
            <numerusform>%n label is marked in a way (difficult, occluded, truncated or crowd) that this format cannot say (%1)</numerusform>
            <numerusform>%n labels are marked in a way (difficult, occluded, truncated or crowd) that this format cannot say (first: %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels carry details of another format that this one cannot say (first: %1)</source>
        <translation>
            <numerusform>%n label carries details of another format that this one cannot say (%1)</numerusform>
            <numerusform>%n labels carry details of another format that this one cannot say (first: %1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormatNotes</name>
    <message numerus="yes">
        <source>... and %n more of this sort</source>
        <translation>
            <numerusform>... and %n more of this sort</numerusform>
            <numerusform>... and %n more of this sort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphCompiler</name>
    <message numerus="yes">
        <source>it has %n input(s), which do not fit the operator</source>
        <translation>
            <numerusform>it has %n input, which does not fit the operator</numerusform>
            <numerusform>it has %n inputs, which do not fit the operator</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphProgram</name>
    <message numerus="yes">
        <source>%1: node %2 has %n output(s), and another one is asked for</source>
        <translation>
            <numerusform>%1: node %2 has %n output, and another one is asked for</numerusform>
            <numerusform>%1: node %2 has %n outputs, and another one is asked for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageHealth</name>
    <message numerus="yes">
        <source>%n images are nearly the same as one of another split: the detector is tested on what it has learned. Split the data set again with near-duplicates kept together.</source>
        <translation>
            <numerusform>%n image is nearly the same as one of another split: the detector is tested on what it has learned. Split the data set again with near-duplicates kept together.</numerusform>
            <numerusform>%n images are nearly the same as one of another split: the detector is tested on what it has learned. Split the data set again with near-duplicates kept together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images are nearly the same as another one of their split.</source>
        <translation>
            <numerusform>%n image is nearly the same as another one of its split.</numerusform>
            <numerusform>%n images are nearly the same as another one of their split.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images share their name with one of another folder or ending. Formats with one file per image give them new names.</source>
        <translation>
            <numerusform>%n image shares its name with one of another folder or ending. Formats with one file per image give it a new name.</numerusform>
            <numerusform>%n images share their name with one of another folder or ending. Formats with one file per image give them new names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images are not reviewed. Objects without a label on them are learned as background.</source>
        <translation>
            <numerusform>%n image is not reviewed. Objects without a label on it are learned as background.</numerusform>
            <numerusform>%n images are not reviewed. Objects without a label on them are learned as background.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images cannot be read: their files are missing or broken.</source>
        <translation>
            <numerusform>%n image cannot be read: its file is missing or broken.</numerusform>
            <numerusform>%n images cannot be read: their files are missing or broken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images are grey, have an alpha channel or 16 bits. Boxwright makes three channels of them; the cloud takes three channels only. Export them as recordio, which packs them so.</source>
        <translation>
            <numerusform>%n image is grey, has an alpha channel or 16 bits. Boxwright makes three channels of it; the cloud takes three channels only. Export it as recordio, which packs it so.</numerusform>
            <numerusform>%n images are grey, have an alpha channel or 16 bits. Boxwright makes three channels of them; the cloud takes three channels only. Export them as recordio, which packs them so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images are neither JPEG nor PNG, which is all that the cloud reads.</source>
        <translation>
            <numerusform>%n image is neither JPEG nor PNG, which is all that the cloud reads.</numerusform>
            <numerusform>%n images are neither JPEG nor PNG, which is all that the cloud reads.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageRecordData</name>
    <message numerus="yes">
        <source>%1 has %n label value(s), a detection label has at least 2</source>
        <translation>
            <numerusform>%1 has %n label value, a detection label has at least 2</numerusform>
            <numerusform>%1 has %n label values, a detection label has at least 2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelArchive</name>
    <message numerus="yes">
        <source>%1 is damaged after %n entries: %2</source>
        <translation>
            <numerusform>%1 is damaged after %n entry: %2</numerusform>
            <numerusform>%1 is damaged after %n entries: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelFolder</name>
    <message numerus="yes">
        <source>%n tensor(s) have another shape: %1</source>
        <translation>
            <numerusform>%n tensor has another shape: %1</numerusform>
            <numerusform>%n tensors have another shape: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) are missing: %1</source>
        <translation>
            <numerusform>%n tensor is missing: %1</numerusform>
            <numerusform>%n tensors are missing: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) do not belong to the network: %1</source>
        <translation>
            <numerusform>%n tensor does not belong to the network: %1</numerusform>
            <numerusform>%n tensors do not belong to the network: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 does not fit %2 with %n class(es): %3</source>
        <translation>
            <numerusform>%1 does not fit %2 with %n class: %3</numerusform>
            <numerusform>%1 does not fit %2 with %n classes: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message numerus="yes">
        <source>%n more of this kind were found</source>
        <translation>
            <numerusform>%n more of this kind was found</numerusform>
            <numerusform>%n more of this kind were found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <source>%n more of this kind were found</source>
        <translation>
            <numerusform>%n more of this kind was found</numerusform>
            <numerusform>%n more of this kind were found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordIoWriter</name>
    <message numerus="yes">
        <source>%n images were encoded anew, because they are too large, stored turned or neither JPEG nor PNG</source>
        <translation>
            <numerusform>%n image was encoded anew, because it is too large, stored turned or neither JPEG nor PNG</numerusform>
            <numerusform>%n images were encoded anew, because they are too large, stored turned or neither JPEG nor PNG</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SagemakerJsonWriter</name>
    <message numerus="yes">
        <source>%n images are neither JPEG nor PNG: SageMaker does not read them</source>
        <translation>
            <numerusform>%n image is neither JPEG nor PNG: SageMaker does not read it</numerusform>
            <numerusform>%n images are neither JPEG nor PNG: SageMaker does not read them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SagemakerResponses</name>
    <message numerus="yes">
        <source>%n box(es) with a confidence below %1 were left out</source>
        <translation>
            <numerusform>%n box with a confidence below %1 was left out</numerusform>
            <numerusform>%n boxes with a confidence below %1 were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleDataset</name>
    <message numerus="yes">
        <source>Drawing the sample data set was cancelled after %n image(s).</source>
        <translation>
            <numerusform>Drawing the sample data set was cancelled after %n image.</numerusform>
            <numerusform>Drawing the sample data set was cancelled after %n images.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitCommand</name>
    <message numerus="yes">
        <source>%n groups of images were kept together.</source>
        <translation>
            <numerusform>%n group of images was kept together.</numerusform>
            <numerusform>%n groups of images were kept together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines name no image of the project, or several of them. The first is %1</source>
        <translation>
            <numerusform>%n line names no image of the project, or several of them. It is %1</numerusform>
            <numerusform>%n lines name no image of the project, or several of them. The first is %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message numerus="yes">
        <source>Training ends early: validation mAP has not risen for %n epoch(s).</source>
        <translation>
            <numerusform>Training ends early: validation mAP has not risen for %n epoch.</numerusform>
            <numerusform>Training ends early: validation mAP has not risen for %n epochs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingPlan</name>
    <message numerus="yes">
        <source>The class %1 has %n label(s) to learn from; %2 or more make it worth a try.</source>
        <translation>
            <numerusform>The class %1 has %n label to learn from; %2 or more make it worth a try.</numerusform>
            <numerusform>The class %1 has %n labels to learn from; %2 or more make it worth a try.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) without labels are left out. Where there is nothing to find, say so with the key N: empty images teach too.</source>
        <translation>
            <numerusform>%n image without labels is left out. Where there is nothing to find, say so with the key N: empty images teach too.</numerusform>
            <numerusform>%n images without labels are left out. Where there is nothing to find, say so with the key N: empty images teach too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that cannot be read are left out.</source>
        <translation>
            <numerusform>%n image that cannot be read is left out.</numerusform>
            <numerusform>%n images that cannot be read are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocWriter</name>
    <message numerus="yes">
        <source>%n labels have corners between pixels: they are written with decimals, which some readers round</source>
        <translation>
            <numerusform>%n label has corners between pixels: they are written with decimals, which some readers round</numerusform>
            <numerusform>%n labels have corners between pixels: they are written with decimals, which some readers round</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::CloudCard</name>
    <message numerus="yes">
        <source>%n number(s) without names: %1</source>
        <translation>
            <numerusform>%n number without a name: %1</numerusform>
            <numerusform>%n numbers without names: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::CloudForm</name>
    <message numerus="yes">
        <source>For %n training image(s) it takes %1 and costs %2 USD: a rough guess from the figures above.</source>
        <translation>
            <numerusform>For %n training image it takes %1 and costs %2 USD: a rough guess from the figures above.</numerusform>
            <numerusform>For %n training images it takes %1 and costs %2 USD: a rough guess from the figures above.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::DataPage</name>
    <message numerus="yes">
        <source>Mend %n box(es)</source>
        <translation>
            <numerusform>Mend %n box</numerusform>
            <numerusform>Mend %n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::DeviceChooser</name>
    <message numerus="yes">
        <source> of %n core(s)</source>
        <translation>
            <numerusform> of %n core</numerusform>
            <numerusform> of %n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n GPU(s)</source>
        <translation>
            <numerusform>All %n GPU</numerusform>
            <numerusform>All %n GPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::ExportDialog</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::ImageListDelegate</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n suggested</source>
        <translation>
            <numerusform>%1 · %n suggested</numerusform>
            <numerusform>%1 · %n suggested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggested</source>
        <translation>
            <numerusform>%n suggested</numerusform>
            <numerusform>%n suggested</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::ImageListPanel</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::ImportDialog</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) that nobody has checked</source>
        <translation>
            <numerusform>%n suggestion that nobody has checked</numerusform>
            <numerusform>%n suggestions that nobody has checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image file(s) were not found: name the folder they lie in</source>
        <translation>
            <numerusform>%n image file was not found: name the folder it lies in</numerusform>
            <numerusform>%n image files were not found: name the folder they lie in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new image(s)</source>
        <translation>
            <numerusform>%n new image</numerusform>
            <numerusform>%n new images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that were here already got labels.</source>
        <translation>
            <numerusform>%n image that was here already got labels.</numerusform>
            <numerusform>%n images that were here already got labels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that were here already got them.</source>
        <translation>
            <numerusform>%n image that was here already got them.</numerusform>
            <numerusform>%n images that were here already got them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::LabelEdits</name>
    <message numerus="yes">
        <source>This image has %n label(s), so it is not empty.</source>
        <translation>
            <numerusform>This image has %n label, so it is not empty.</numerusform>
            <numerusform>This image has %n labels, so it is not empty.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept or reject the %n suggestion(s) first, or press N for &quot;no objects here&quot;.</source>
        <translation>
            <numerusform>Accept or reject the %n suggestion first, or press N for &quot;no objects here&quot;.</numerusform>
            <numerusform>Accept or reject the %n suggestions first, or press N for &quot;no objects here&quot;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::LabelPage</name>
    <message numerus="yes">
        <source>Class %1 and its %n label(s) were deleted. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>Class %1 and its %n label were deleted. Ctrl+Z brings them back.</numerusform>
            <numerusform>Class %1 and its %n labels were deleted. Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) found again.</source>
        <translation>
            <numerusform>%n image found again.</numerusform>
            <numerusform>%n images found again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::MainWindow</name>
    <message numerus="yes">
        <source>%n image(s) added.</source>
        <translation>
            <numerusform>%n image added.</numerusform>
            <numerusform>%n images added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::MeasureCard</name>
    <message numerus="yes">
        <source>mAP %1 on %n image(s), at IoU 0.5</source>
        <translation>
            <numerusform>mAP %1 on %n image, at IoU 0.5</numerusform>
            <numerusform>mAP %1 on %n images, at IoU 0.5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::OpenImagesModel</name>
    <message numerus="yes">
        <source>%n suggested · least sure %1</source>
        <translation>
            <numerusform>%n suggested · least sure %1</numerusform>
            <numerusform>%n suggested · least sure %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::ReviewPage</name>
    <message numerus="yes">
        <source>%1 in %Ln image(s)</source>
        <translation>
            <numerusform>%1 in %Ln image</numerusform>
            <numerusform>%1 in %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all %Ln</source>
        <translation>
            <numerusform>Accept %Ln</numerusform>
            <numerusform>Accept all %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject all %Ln</source>
        <translation>
            <numerusform>Reject %Ln</numerusform>
            <numerusform>Reject all %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln image(s)</source>
        <translation>
            <numerusform>Look at %Ln image</numerusform>
            <numerusform>Look at %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) that nobody has reviewed have no suggestions yet.</source>
        <translation>
            <numerusform>%Ln image that nobody has reviewed has no suggestions yet.</numerusform>
            <numerusform>%Ln images that nobody has reviewed have no suggestions yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %Ln suggestion(s)</source>
        <translation>
            <numerusform>Accept %Ln suggestion</numerusform>
            <numerusform>Accept %Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %Ln suggestion(s)</source>
        <translation>
            <numerusform>Reject %Ln suggestion</numerusform>
            <numerusform>Reject %Ln suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::SplitDialog</name>
    <message numerus="yes">
        <source>%n group(s) of images stay together.</source>
        <translation>
            <numerusform>%n group of images stays together.</numerusform>
            <numerusform>%n groups of images stay together.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::SplitListsDialog</name>
    <message numerus="yes">
        <source>%n line(s) name no image of this data set, or several, and change nothing:</source>
        <translation>
            <numerusform>%n line names no image of this data set, or several, and changes nothing:</numerusform>
            <numerusform>%n lines name no image of this data set, or several, and change nothing:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that no list names keep their split.</source>
        <translation>
            <numerusform>%n image that no list names keeps its split.</numerusform>
            <numerusform>%n images that no list names keep their split.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::StatusLine</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::SuggestionPanel</name>
    <message numerus="yes">
        <source>Accept %n shown</source>
        <translation>
            <numerusform>Accept %n shown</numerusform>
            <numerusform>Accept %n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more below this confidence</source>
        <translation>
            <numerusform>%n more below this confidence</numerusform>
            <numerusform>%n more below this confidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more in %Ln other image(s)</source>
        <translation>
            <numerusform>%1 more in %Ln other image</numerusform>
            <numerusform>%1 more in %Ln other images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::TrainingMonitor</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped after %n epoch(s)</source>
        <translation>
            <numerusform>stopped after %n epoch</numerusform>
            <numerusform>stopped after %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>finished after %n epoch(s)</source>
        <translation>
            <numerusform>finished after %n epoch</numerusform>
            <numerusform>finished after %n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::TrainingSetup</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Advanced... · %n value(s) changed</source>
        <translation>
            <numerusform>Advanced... · %n value changed</numerusform>
            <numerusform>Advanced... · %n values changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::Workspace</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reviewed</source>
        <translation>
            <numerusform>%Ln reviewed</numerusform>
            <numerusform>%Ln reviewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
</context>
</TS>
